package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.SourceGroup.Origin;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Docs;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Item;
import java.util.List;
import java.util.Optional;

/**
 * A package put together from its files.
 *
 * @param name its name
 * @param span where it is named, for the first time
 * @param docs the comments in front of {@code package}
 * @param sources the files that it stands in
 * @param files the items of each file, in the order of the files' names; each file has top-level names of its own
 * @param origin what its text comes from
 */
public record UnresolvedPackage(
        PackageName name,
        Span span,
        Optional<Docs> docs,
        List<SourceFile> sources,
        List<List<Item>> files,
        Origin origin) {

    /** Whether another package, found elsewhere, is written in the same words. */
    boolean hasSameText(UnresolvedPackage other) {
        return !sources.equals(other.sources) && texts().equals(other.texts());
    }

    private List<String> texts() {
        return sources.stream().map(SourceFile::text).toList();
    }
}
