package dev.wasmledger.cli.journal;

import dev.wasmledger.cli.Limits;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a whole journal. Everything that is wrong with it is found in one run. */
public final class JournalReader {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]+|\\r(?!\\n)");
    private static final String COMMENT_MARKS = ";#%|*";

    private final SourceFile file;
    private final Balancer balancer = new Balancer();
    private final List<JournalTransaction> transactions = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Deque<AppliedTag> appliedTags = new ArrayDeque<>();

    private int virtualPostings;
    private int virtualTransactions;
    private int automated;
    private int periodic;

    /** A tag that an {@code apply tag} puts on every transaction up to its {@code end tag}. */
    private record AppliedTag(Span place, List<Note> notes) {}

    private JournalReader(SourceFile file) {
        this.file = file;
    }

    /**
     * Reads a journal.
     *
     * @throws DiagnosticException if anything in it cannot be taken; names every such place
     */
    public static Journal read(SourceFile file) {
        return new JournalReader(file).read();
    }

    private Journal read() {
        checkCharacters();
        int line = 1;
        while (line <= file.lineCount()) {
            int next = blockEnd(line);
            readBlock(line, next);
            line = next;
        }
        appliedTags.forEach(open ->
                report(Problem.OPEN_BLOCK, "the file ends before this block does", open.place(), "add `end tag`"));
        if (!diagnostics.isEmpty()) {
            throw new DiagnosticException(diagnostics);
        }
        return new Journal(
                transactions,
                balancer.formats(),
                new Journal.LeftOut(virtualPostings, virtualTransactions, automated, periodic));
    }

    /** What is read here is printed on terminals later. */
    private void checkCharacters() {
        Matcher control = CONTROL.matcher(file.text());
        while (control.find()) {
            report(Diagnostic.error(
                    Problem.CONTROL_CHARACTER.id(),
                    "there is a control character here",
                    file.span(control.start(), control.end())));
        }
    }

    /** The line behind a block: what begins in the first column, and the indented lines under it. */
    private int blockEnd(int first) {
        if (isCommentBlock(file.line(first))) {
            return commentEnd(first);
        }
        int next = first + 1;
        if (file.line(first).isBlank() || isIndented(file.line(first))) {
            return next;
        }
        while (next <= file.lineCount() && isIndented(file.line(next))) {
            next++;
        }
        return next;
    }

    private static boolean isCommentBlock(String line) {
        return line.strip().equals("comment") || line.strip().equals("test") || line.startsWith("test ");
    }

    private int commentEnd(int first) {
        String end = file.line(first).startsWith("test") ? "end test" : "end comment";
        for (int line = first + 1; line <= file.lineCount(); line++) {
            if (file.line(line).strip().equals(end)) {
                return line + 1;
            }
        }
        report(
                Problem.OPEN_BLOCK,
                "the file ends before this block does",
                cursor(first).ahead(),
                "add `" + end + "`");
        return file.lineCount() + 1;
    }

    private void readBlock(int first, int next) {
        String line = file.line(first);
        if (line.isBlank() || COMMENT_MARKS.indexOf(line.charAt(0)) >= 0 || isCommentBlock(line)) {
            return;
        }
        try {
            switch (line.charAt(0)) {
                case '=' -> automated++;
                case '~' -> periodic++;
                case ' ', '\t' -> readStrayLine(first);
                default -> {
                    if (Character.isDigit(line.charAt(0))) {
                        readTransaction(first, next);
                    } else {
                        readDirective(first);
                    }
                }
            }
        } catch (Unreadable unreadable) {
            report(unreadable.diagnostic());
        }
    }

    private void readStrayLine(int line) throws Unreadable {
        LineCursor in = cursor(line);
        in.skipBlanks();
        if (in.peek() != ';') {
            throw Unreadable.of(Problem.UNKNOWN_LINE, "an indented line that belongs to no transaction", in.ahead())
                    .hint("a transaction ends with an empty line");
        }
    }

    private void readDirective(int line) throws Unreadable {
        LineCursor in = cursor(line);
        Span place = in.ahead();
        String text = in.rest();
        if (text.startsWith("apply tag ")) {
            String tag = text.substring("apply tag ".length()).strip();
            List<Note> notes = NoteReader.ofText(tag);
            boolean bare = notes.stream().allMatch(note -> note.key().equals("note"));
            applyTag(new AppliedTag(place, bare ? List.of(new Note(tag, "")) : notes));
        } else if (text.equals("end tag") || text.equals("end apply tag") || text.equals("end apply")) {
            if (appliedTags.poll() == null) {
                throw Unreadable.of(Problem.OPEN_BLOCK, "there is no `apply tag` that this could end", place);
            }
        } else {
            throw Unreadable.of(Problem.UNKNOWN_LINE, "this is nothing that an import takes", place)
                    .hint("it takes transactions, comments and `apply tag`");
        }
    }

    private void applyTag(AppliedTag tag) throws Unreadable {
        int open = appliedTags.stream().mapToInt(outer -> outer.notes().size()).sum();
        if (open + tag.notes().size() > Limits.APPLIED_TAGS) {
            throw Unreadable.of(
                    Problem.OPEN_BLOCK, "more than " + Limits.APPLIED_TAGS + " tags are applied at once", tag.place());
        }
        appliedTags.push(tag);
    }

    private void readTransaction(int first, int next) throws Unreadable {
        List<Note> applied = new ArrayList<>();
        appliedTags.descendingIterator().forEachRemaining(tag -> applied.addAll(tag.notes()));
        @Nullable WrittenTransaction transaction = readHeader(first, applied);
        boolean whole = transaction != null;
        WrittenTransaction written = transaction == null ? placeholder(first) : transaction;
        for (int line = first + 1; line < next; line++) {
            whole &= readTransactionLine(line, written);
        }
        if (!whole) {
            return;
        }
        if (written.postings().isEmpty()) {
            throw Unreadable.of(Problem.POSTING, "the transaction has no postings", written.place());
        }
        int virtual = (int)
                written.postings().stream().filter(WrittenPosting::virtual).count();
        virtualPostings += virtual;
        if (virtual == written.postings().size()) {
            virtualTransactions++;
        } else {
            transactions.add(balancer.balance(written));
        }
    }

    private @Nullable WrittenTransaction readHeader(int line, List<Note> applied) {
        try {
            return HeaderReader.read(cursor(line), applied);
        } catch (Unreadable unreadable) {
            report(unreadable.diagnostic());
            return null;
        }
    }

    /** Stands for a transaction whose first line cannot be read, so that its other lines are looked at all the same. */
    private WrittenTransaction placeholder(int line) {
        return new WrittenTransaction(
                cursor(line).ahead(),
                LocalDate.EPOCH,
                Optional.empty(),
                Clearing.UNMARKED,
                Optional.empty(),
                "",
                List.of(),
                List.of());
    }

    /** Returns whether the line could be read. */
    private boolean readTransactionLine(int line, WrittenTransaction transaction) {
        LineCursor in = cursor(line);
        in.skipBlanks();
        try {
            if (in.accept(';')) {
                transaction.openNotes().addAll(NoteReader.read(in));
            } else {
                transaction.postings().add(PostingReader.read(in));
            }
            return true;
        } catch (Unreadable unreadable) {
            report(unreadable.diagnostic());
            return false;
        }
    }

    private static boolean isIndented(String line) {
        return !line.isBlank() && LineCursor.isBlank(line.charAt(0));
    }

    private LineCursor cursor(int line) {
        int start = file.at(line, 1).start();
        return new LineCursor(
                file, start, start + file.line(line).stripTrailing().length());
    }

    private void report(Problem problem, String message, Span place, String hint) {
        report(Diagnostic.error(problem.id(), message, place).withHint(hint));
    }

    private void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        if (diagnostics.size() == Limits.DIAGNOSTICS) {
            diagnostics.add(Diagnostic.error(
                    Problem.TOO_MANY.id(), "there is more wrong than is said here", diagnostic.primary()));
            throw new DiagnosticException(diagnostics);
        }
    }
}
