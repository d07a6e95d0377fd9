package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.internal.syntax.SyntaxTree;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A world before its {@code include}s are carried out and the imports that it implies are added. */
final class WorldDraft {

    private final WorldId id;
    private final int file;
    private final SyntaxTree.WorldItem syntax;
    private final SequencedMap<WorldKey, WorldItem> imports = new LinkedHashMap<>();
    private final SequencedMap<WorldKey, WorldItem> exports = new LinkedHashMap<>();

    WorldDraft(WorldId id, int file, SyntaxTree.WorldItem syntax) {
        this.id = id;
        this.file = file;
        this.syntax = syntax;
    }

    WorldId id() {
        return id;
    }

    int file() {
        return file;
    }

    SyntaxTree.WorldItem syntax() {
        return syntax;
    }

    SequencedMap<WorldKey, WorldItem> imports() {
        return imports;
    }

    SequencedMap<WorldKey, WorldItem> exports() {
        return exports;
    }
}
