\set debit random(1, :accounts)
\set step random(1, :accounts - 1)
\set credit 1 + (:debit + :step - 1) % :accounts
\set amount random(1, 1000)
SELECT commit_transfer(:debit, :credit, :amount);
