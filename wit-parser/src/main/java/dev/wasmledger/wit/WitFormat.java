package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.print.PackagePrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the files of a package are written as {@link WitPrinter} prints what stands in them. A comment may have two
 * slashes where a third is printed; one that belongs to no item, and so is not printed, may stand on a line of its own.
 */
public final class WitFormat {

    private final ResolvedWit wit;

    /** @param wit with all features on: what a gate hides is not printed, and would seem to be too much in the file */
    public WitFormat(ResolvedWit wit) {
        this.wit = wit;
    }

    /** A warning ({@code WIT0701}) for each of the package's files that is written in another way. */
    public List<Diagnostic> check(PackageId unit) {
        return files(unit).stream().flatMap(file -> check(unit, file).stream()).toList();
    }

    private Set<SourceFile> files(PackageId id) {
        WitPackage unit = wit.get(id);
        Set<SourceFile> files = new LinkedHashSet<>();
        if (unit.place() instanceof Span span) {
            files.add(span.file());
        }
        unit.interfaces().values().forEach(iface -> {
            if (wit.get(iface).place() instanceof Span span) {
                files.add(span.file());
            }
        });
        unit.worlds().values().forEach(world -> {
            if (wit.get(world).place() instanceof Span span) {
                files.add(span.file());
            }
        });
        return files;
    }

    private Optional<Diagnostic> check(PackageId unit, SourceFile file) {
        List<Line> written = lines(file);
        List<String> printed = PackagePrinter.printPart(
                        wit, unit, place -> place instanceof Span span && span.file() == file)
                .stripTrailing()
                .lines()
                .toList();
        boolean repeatsHeader = wit.get(unit).place() instanceof Span span && span.file() != file;
        if (repeatsHeader && !written.isEmpty() && written.getFirst().text().startsWith("package ")) {
            written = written.subList(Math.min(2, written.size()), written.size());
        }
        return firstDifference(file, written, printed);
    }

    private static Optional<Diagnostic> firstDifference(SourceFile file, List<Line> written, List<String> printed) {
        int next = 0;
        for (Line line : written) {
            boolean same = next < printed.size() && line.reads(printed.get(next));
            if (same) {
                next++;
            } else if (!line.isPlainComment()) {
                Span place = file.span(line.start(), line.start() + line.text().length());
                return Optional.of(next < printed.size() ? differs(place, printed.get(next)) : tooMuch(place));
            }
        }
        int end = file.text().length();
        return next < printed.size() ? Optional.of(differs(file.span(end, end), printed.get(next))) : Optional.empty();
    }

    private static Diagnostic differs(Span place, String printed) {
        String expected = printed.isEmpty() ? "an empty line" : "`" + printed + "`";
        return warning(place).withHint("the printed text has " + expected + " here");
    }

    private static Diagnostic tooMuch(Span place) {
        return warning(place).withHint("the printed text ends before this");
    }

    private static Diagnostic warning(Span place) {
        return Diagnostic.warning(Problem.NOT_AS_PRINTED.id(), "the file is not written as it is printed", place);
    }

    /** A line without its end, and where it starts. */
    private record Line(String text, int start) {

        boolean isPlainComment() {
            String content = text.stripLeading();
            return content.startsWith("//") && !content.startsWith("///");
        }

        boolean reads(String printed) {
            return text.equals(printed)
                    || (isPlainComment() && text.replaceFirst("//", "///").equals(printed));
        }
    }

    /** The lines of a file; empty ones at its end do not count. */
    private static List<Line> lines(SourceFile file) {
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= file.lineCount(); number++) {
            lines.add(new Line(file.line(number), file.lineStart(number)));
        }
        while (!lines.isEmpty() && lines.getLast().text().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
