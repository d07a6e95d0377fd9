package dev.wasmledger.cli.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comments say: {@code :nobudget:} is a tag, {@code hastag: not block} one with a value, {@code [=2011/01/01]} the
 * day on which a posting counts; the rest is a note.
 */
final class NoteReader {

    private static final Pattern VALUED = Pattern.compile("([^\\s:;]+)::?(?:\\s+(.*))?");
    private static final Pattern TAGS = Pattern.compile(":(?:[^\\s:]++:)++");
    private static final Pattern DATES = Pattern.compile("\\[=?[0-9]");
    private static final String NOTE = "note";

    private NoteReader() {}

    /** Reads what stands behind a semicolon. */
    static List<Note> read(LineCursor in) throws Unreadable {
        in.skipBlanks();
        var notes = new ArrayList<Note>();
        String text = in.rest();
        Matcher bracket = DATES.matcher(text);
        if (bracket.find()) {
            readDates(in.part(in.position() + bracket.start() + 1, in.end()), notes);
        } else if (!text.isEmpty()) {
            notes.addAll(ofText(text));
        }
        return notes;
    }

    /** Tags in a text, or the text itself where it is none. */
    static List<Note> ofText(String text) {
        if (TAGS.matcher(text).matches()) {
            return List.of(text.substring(1, text.length() - 1).split(":")).stream()
                    .map(tag -> new Note(tag, ""))
                    .toList();
        }
        Matcher valued = VALUED.matcher(text);
        if (valued.matches()) {
            String value = valued.group(2);
            return List.of(new Note(valued.group(1), value == null ? "" : value));
        }
        return List.of(new Note(NOTE, text));
    }

    /** Reads {@code 2011/01/01]}, {@code =2011/01/01]} or {@code 2010/12/31=2011/01/01]}. */
    private static void readDates(LineCursor in, List<Note> notes) throws Unreadable {
        int start = in.position();
        LineCursor inside = in.until(']');
        if (inside == null) {
            throw Unreadable.of(Problem.DATE, "the date has no closing bracket", in.ahead());
        }
        if (inside.peek() != '=') {
            notes.add(new Note("date", DateReader.read(inside).toString()));
        }
        if (inside.accept('=')) {
            notes.add(new Note("effective-date", DateReader.read(inside).toString()));
        }
        if (!inside.atEnd()) {
            throw Unreadable.of(Problem.DATE, "this is no date", in.since(start));
        }
        in.skipBlanks();
        if (!in.atEnd()) {
            notes.addAll(ofText(in.rest()));
        }
    }
}
