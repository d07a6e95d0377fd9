package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Item;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Name;
import java.util.Optional;

/** An interface or world of the package that is being resolved, and how far it has come. */
final class LocalItem {

    private final Name name;
    private final Item syntax;
    private final int file;
    private final int number;
    private final NameScope scope = new NameScope();
    private Optional<InterfaceId> interfaceId = Optional.empty();
    private Optional<WorldId> worldId = Optional.empty();
    private boolean visited;

    LocalItem(Name name, Item syntax, int file, int number) {
        this.name = name;
        this.syntax = syntax;
        this.file = file;
        this.number = number;
    }

    Name name() {
        return name;
    }

    Item syntax() {
        return syntax;
    }

    /** Which of the package's files it stands in. */
    int file() {
        return file;
    }

    /** How many items of the package stand in front of it. */
    int number() {
        return number;
    }

    /** The names in it; complete once it is visited. */
    NameScope scope() {
        return scope;
    }

    /** Absent where it is no interface, or its gate is closed. */
    Optional<InterfaceId> interfaceId() {
        return interfaceId;
    }

    /** Absent where it is no world, or its gate is closed. */
    Optional<WorldId> worldId() {
        return worldId;
    }

    /** Whether it has been resolved; if not, it is in a cycle, which has been reported. */
    boolean visited() {
        return visited;
    }

    void resolvedAs(InterfaceId id) {
        interfaceId = Optional.of(id);
    }

    void resolvedAs(WorldId id) {
        worldId = Optional.of(id);
    }

    void markVisited() {
        visited = true;
    }
}
