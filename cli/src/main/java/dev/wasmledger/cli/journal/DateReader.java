package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as journals write them: {@code 2010/12/28}, {@code 2010-12-28}, {@code 2010.1.2}. */
final class DateReader {

    private static final Pattern TOKEN = Pattern.compile("[0-9][0-9/.-]*");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})([/.-])([0-9]{1,2})\\2([0-9]{1,2})");

    private DateReader() {}

    static LocalDate read(LineCursor in) throws Unreadable {
        int start = in.position();
        String token = in.take(TOKEN);
        if (token.isEmpty()) {
            throw Unreadable.of(Problem.DATE, "a date is expected here", in.ahead())
                    .hint("write it as 2010/12/28");
        }
        Span place = in.since(start);
        Matcher parts = DATE.matcher(token);
        if (!parts.matches()) {
            throw Unreadable.of(Problem.DATE, "`" + token + "` is no date", place)
                    .hint("write year, month and day: 2010/12/28");
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)));
        } catch (DateTimeException impossible) {
            throw Unreadable.of(Problem.DATE, "there is no day `" + token + "`", place);
        }
    }
}
