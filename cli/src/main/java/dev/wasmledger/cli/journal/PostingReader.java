package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One indented line of a transaction: an account, and mostly an amount, a price, a comment. */
final class PostingReader {

    /** An account's name goes on over single spaces; a tab or two spaces end it. */
    private static final Pattern ACCOUNT = Pattern.compile("\\S++(?: \\S++)*+");

    private PostingReader() {}

    static WrittenPosting read(LineCursor in) throws Unreadable {
        in.skipBlanks();
        if (in.accept('*') || in.accept('!')) {
            // A mark of its own says nothing that the books keep.
            in.skipBlanks();
        }
        int start = in.position();
        String account = in.take(ACCOUNT);
        boolean virtual = isEnclosed(account, '(', ')') || isEnclosed(account, '[', ']');
        if (virtual) {
            account = account.substring(1, account.length() - 1);
        }
        checkAccount(account, in.since(start));

        in.skipBlanks();
        Optional<WrittenAmount> amount = Optional.empty();
        Optional<WrittenPosting.Cost> cost = Optional.empty();
        if (!in.atEnd() && in.peek() != ';') {
            refuseWhatIsNotTaken(in, virtual);
            if (virtual) {
                return new WrittenPosting(in.since(start), account, true, amount, cost, List.of());
            }
            WrittenAmount written = AmountReader.readWithLot(in);
            amount = Optional.of(written);
            in.skipBlanks();
            cost = cost(in, written);
            in.skipBlanks();
        }
        Span place = in.since(start);
        return new WrittenPosting(place, account, virtual, amount, cost, noteAtEnd(in, virtual));
    }

    private static void checkAccount(String account, Span place) throws Unreadable {
        if (account.isEmpty() || account.startsWith(";")) {
            throw Unreadable.of(Problem.POSTING, "the posting has no account", place);
        }
        if (isEnclosed(account, '<', '>')) {
            throw Unreadable.of(Problem.NOT_TAKEN, "deferred postings are not taken", place);
        }
        if (account.startsWith(":") || account.endsWith(":") || account.contains("::")) {
            throw Unreadable.of(Problem.POSTING, "a segment of the account's name is empty", place);
        }
    }

    private static void refuseWhatIsNotTaken(LineCursor in, boolean virtual) throws Unreadable {
        if (virtual) {
            return;
        }
        if (in.peek() == '(') {
            throw Unreadable.of(Problem.NOT_TAKEN, "amounts that are expressions are not taken", in.ahead())
                    .hint("write the amount that it comes to");
        }
        if (in.peek() == '=') {
            throw balanceAssertion(in);
        }
    }

    /** {@code @ $5.00} is a price for one unit, {@code @@ $50.00} one for all of them. */
    private static Optional<WrittenPosting.Cost> cost(LineCursor in, WrittenAmount amount) throws Unreadable {
        int start = in.position();
        if (in.peek() == '(' && in.peek(1) == '@') {
            throw Unreadable.of(Problem.NOT_TAKEN, "virtual prices are not taken", in.ahead());
        }
        if (!in.accept('@')) {
            return Optional.empty();
        }
        boolean total = in.accept('@');
        in.skipBlanks();
        if (in.peek() == '=' || in.peek() == '(') {
            throw Unreadable.of(Problem.NOT_TAKEN, "fixed prices and expressions are not taken", in.ahead());
        }
        if (in.atEnd() || in.peek() == ';') {
            throw Unreadable.of(Problem.PRICE, "a price is expected behind the `@`", in.since(start));
        }
        WrittenAmount price = AmountReader.read(in);
        if (price.quantity().signum() < 0) {
            throw Unreadable.of(Problem.PRICE, "a price is never negative", price.place());
        }
        if (price.unit().commodity().equals(amount.unit().commodity())) {
            throw Unreadable.of(Problem.PRICE, "the price is in the commodity that it is the price of", price.place());
        }
        BigDecimal inTotal = total
                ? price.quantity()
                : price.quantity().multiply(amount.quantity().abs());
        BigDecimal signed = amount.quantity().signum() < 0 ? inTotal.negate() : inTotal;
        return Optional.of(new WrittenPosting.Cost(signed, price.unit().commodity(), in.since(start)));
    }

    private static List<Note> noteAtEnd(LineCursor in, boolean virtual) throws Unreadable {
        if (in.atEnd()) {
            return List.of();
        }
        if (in.accept(';')) {
            return virtual ? List.of() : NoteReader.read(in);
        }
        if (in.peek() == '=') {
            throw balanceAssertion(in);
        }
        throw Unreadable.of(Problem.POSTING, "nothing is expected here but a comment", in.ahead())
                .hint("two spaces or a tab stand between account and amount, a semicolon before a comment");
    }

    private static Unreadable balanceAssertion(LineCursor in) {
        return Unreadable.of(Problem.NOT_TAKEN, "balance assertions and assignments are not taken", in.ahead());
    }

    private static boolean isEnclosed(String text, char open, char close) {
        return text.length() >= 2 && text.charAt(0) == open && text.charAt(text.length() - 1) == close;
    }
}
