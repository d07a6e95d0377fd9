-- Double-entry bookkeeping as one would write it for PostgreSQL: a row for each account with its sums, one for each transfer,
-- and an entry on either side. :accounts is how many accounts there are.

CREATE TABLE account (
    id      bigint PRIMARY KEY,
    debits  bigint NOT NULL DEFAULT 0,
    credits bigint NOT NULL DEFAULT 0,
    least   bigint NOT NULL DEFAULT -1000000000000000 -- what credits less debits must not fall below
) WITH (fillfactor = 50); -- so that an update finds room in its page

CREATE TABLE transfer (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    debit     bigint NOT NULL REFERENCES account,
    credit    bigint NOT NULL REFERENCES account CHECK (credit <> debit),
    amount    bigint NOT NULL CHECK (amount > 0),
    committed timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE entry (
    transfer bigint NOT NULL REFERENCES transfer,
    account  bigint NOT NULL REFERENCES account,
    amount   bigint NOT NULL, -- negative where it is a debit
    balance  bigint NOT NULL, -- of the account after it
    PRIMARY KEY (transfer, account)
);

INSERT INTO account (id) SELECT generate_series(1, :accounts);

CREATE FUNCTION commit_transfer(debit_account bigint, credit_account bigint, moved bigint) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    transfer_id bigint;
    debit_balance bigint;
    credit_balance bigint;
    least_balance bigint;
BEGIN
    -- In the order of ids, so that no two transfers wait for each other.
    PERFORM 1 FROM account WHERE id IN (debit_account, credit_account) ORDER BY id FOR NO KEY UPDATE;
    UPDATE account SET debits = debits + moved WHERE id = debit_account
        RETURNING credits - debits, least INTO STRICT debit_balance, least_balance;
    IF debit_balance < least_balance THEN
        RAISE EXCEPTION 'account % would fall below %', debit_account, least_balance;
    END IF;
    UPDATE account SET credits = credits + moved WHERE id = credit_account
        RETURNING credits - debits INTO STRICT credit_balance;
    INSERT INTO transfer (debit, credit, amount) VALUES (debit_account, credit_account, moved)
        RETURNING id INTO transfer_id;
    INSERT INTO entry VALUES
        (transfer_id, debit_account, -moved, debit_balance),
        (transfer_id, credit_account, moved, credit_balance);
    RETURN transfer_id;
END
$$;

VACUUM ANALYZE account;
