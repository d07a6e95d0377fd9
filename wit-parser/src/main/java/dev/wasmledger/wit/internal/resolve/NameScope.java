package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of one interface, or of the types of one world. */
final class NameScope {

    /** What a name stands for. */
    sealed interface Entry {}

    /** A type. */
    record TypeEntry(TypeId id) implements Entry {}

    /** A function. */
    record FunctionEntry() implements Entry {}

    /** A type whose gate is closed. */
    record GatedEntry() implements Entry {}

    /** Something that is wrong, which has been said already. */
    record BrokenEntry() implements Entry {}

    private record Definition(Entry entry, Span span) {}

    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    /** Adds a name; one that is there already is reported, and stays as it is. */
    void define(Name name, Entry entry, Diagnostics diagnostics) {
        Definition first = definitions.putIfAbsent(name.text(), new Definition(entry, name.span()));
        if (first != null) {
            reportTwice(name, first.span(), diagnostics);
        }
    }

    static void reportTwice(Name name, Span first, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.error(
                        Problem.NAME_TWICE.id(), "the name `" + name.text() + "` is defined twice", name.span())
                .withLabel(first, "first here"));
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(definitions.get(name)).map(Definition::entry);
    }

    /** The names of types, for hints. */
    List<String> typeNames() {
        List<String> names = new ArrayList<>();
        definitions.forEach((name, definition) -> {
            if (!(definition.entry() instanceof FunctionEntry)) {
                names.add(name);
            }
        });
        return names;
    }
}
