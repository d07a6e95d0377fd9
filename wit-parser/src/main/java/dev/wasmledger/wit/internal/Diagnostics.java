package dev.wasmledger.wit.internal;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.LabelledPlace;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.diagnostic.Severity;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what is to be said about one load, up to {@link Limits#MAX_DIAGNOSTICS}. */
public final class Diagnostics {

    private final List<Diagnostic> reported = new ArrayList<>();
    private final Set<Said> said = new HashSet<>();
    /** Names in items that could not be read. */
    private final Set<String> unread = new HashSet<>();

    private boolean itemsUnread;

    /** What may only seem to be missing where some items were not read. */
    private static final Set<String> NOT_FOUND = Stream.of(
                    Problem.PACKAGE_NOT_FOUND,
                    Problem.ITEM_NOT_FOUND,
                    Problem.TYPE_NOT_FOUND,
                    Problem.RENAMED_NAME_NOT_FOUND)
            .map(Problem::id)
            .collect(Collectors.toSet());

    /** What can be said only of a whole file or world. */
    private static final Set<String> WHOLE_ONLY =
            Set.of(Problem.NO_PACKAGE_NAME.id(), Problem.TRANSITIVE_CONFLICT.id());

    private record Said(String id, Place place) {}

    public void error(Problem problem, Place place, String message) {
        report(Diagnostic.error(problem.id(), message, place));
    }

    /** Says that items could not be read, with these names in them: what follows from that alone is not reported. */
    public void expectMissing(Set<String> names) {
        unread.addAll(names);
        itemsUnread = true;
    }

    /** Reports it, unless the same was said of the same place: a wrong name may be looked up by several steps. */
    public void report(Diagnostic diagnostic) {
        boolean isNew = said.add(new Said(diagnostic.id(), diagnostic.primary()));
        if (isNew && !isFull() && !isConsequence(diagnostic)) {
            reported.add(diagnostic);
        }
    }

    private boolean isConsequence(Diagnostic diagnostic) {
        return itemsUnread
                && (WHOLE_ONLY.contains(diagnostic.id())
                        || (NOT_FOUND.contains(diagnostic.id()) && namesSomethingUnread(diagnostic)));
    }

    private boolean namesSomethingUnread(Diagnostic diagnostic) {
        return Stream.concat(
                        Stream.of(diagnostic.primary()),
                        diagnostic.secondary().stream().map(LabelledPlace::place))
                .filter(Span.class::isInstance)
                .flatMap(place -> Stream.of(((Span) place).text().split("[:%]", -1)))
                .anyMatch(unread::contains);
    }

    public boolean hasErrors() {
        return reported.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Whether nothing more will be reported. */
    public boolean isFull() {
        return reported.size() >= Limits.MAX_DIAGNOSTICS;
    }

    /** How many there are up to now: to tell whether a step added any. */
    public int count() {
        return reported.size();
    }

    /** Everything, file after file as they came, and in a file in the order of the text. */
    public List<Diagnostic> all() {
        Map<String, List<Diagnostic>> byFile = new LinkedHashMap<>();
        for (Diagnostic diagnostic : reported) {
            byFile.computeIfAbsent(diagnostic.primary().fileName(), file -> new ArrayList<>())
                    .add(diagnostic);
        }
        return byFile.values().stream()
                .flatMap(file -> file.stream().sorted(Comparator.comparingInt(Diagnostics::offset)))
                .toList();
    }

    private static int offset(Diagnostic diagnostic) {
        return diagnostic.primary() instanceof Span span ? span.start() : 0;
    }
}
