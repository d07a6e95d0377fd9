package dev.wasmledger.cli.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a transaction: {@code 2010/12/28=2011/01/01 * (2031) Acme Mortgage  ; comment}. */
final class HeaderReader {

    /** Looks at each stretch of blanks once, from its start: a long one is not gone through again from its middle. */
    private static final Pattern COMMENT = Pattern.compile("(?<!\\s)(?:\\t| [ \\t])\\s*+;|^;");

    private HeaderReader() {}

    /** Reads the line; {@code notes} are what surrounding directives say about every transaction. */
    static WrittenTransaction read(LineCursor in, List<Note> notes) throws Unreadable {
        int start = in.position();
        LocalDate date = DateReader.read(in);
        Optional<LocalDate> effectiveDate = in.accept('=') ? Optional.of(DateReader.read(in)) : Optional.empty();
        if (!in.atEnd() && !LineCursor.isBlank(in.peek())) {
            throw Unreadable.of(Problem.DATE, "a space is expected behind the date", in.ahead());
        }
        in.skipBlanks();
        Clearing clearing = clearing(in);
        in.skipBlanks();
        Optional<String> code = code(in);
        in.skipBlanks();

        String text = in.rest();
        Matcher comment = COMMENT.matcher(text);
        boolean commented = comment.find();
        String payee = commented ? text.substring(0, comment.start()).strip() : text;
        in.skip(commented ? comment.end() : text.length());
        var transaction =
                new WrittenTransaction(in.since(start), date, effectiveDate, clearing, code, payee, notes, List.of());
        if (commented) {
            transaction.notes().addAll(NoteReader.read(in));
        }
        return transaction;
    }

    private static Clearing clearing(LineCursor in) {
        if (in.accept('*')) {
            return Clearing.CLEARED;
        }
        return in.accept('!') ? Clearing.PENDING : Clearing.UNMARKED;
    }

    private static Optional<String> code(LineCursor in) throws Unreadable {
        int start = in.position();
        if (!in.accept('(')) {
            return Optional.empty();
        }
        LineCursor inside = in.until(')');
        if (inside == null) {
            throw Unreadable.of(Problem.POSTING, "the code has no closing parenthesis", in.since(start));
        }
        return Optional.of(inside.rest().strip()).filter(text -> !text.isEmpty());
    }
}
