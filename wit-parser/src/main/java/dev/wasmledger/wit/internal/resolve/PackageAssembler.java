package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.SourceGroup;
import dev.wasmledger.wit.internal.syntax.SyntaxTree;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Docs;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Item;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.NestedPackage;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.PackageHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that lie together to packages: the one that they make up, and those nested in them. (WIT.md, "Package Names".) */
public final class PackageAssembler {

    private final Diagnostics diagnostics;
    private final SourceGroup.Origin origin;
    private final List<UnresolvedPackage> nested = new ArrayList<>();
    private final List<SourceFile> sources = new ArrayList<>();
    private final List<List<Item>> files = new ArrayList<>();
    private Optional<PackageHeader> header = Optional.empty();
    private Optional<Docs> docs = Optional.empty();

    private PackageAssembler(SourceGroup.Origin origin, Diagnostics diagnostics) {
        this.origin = origin;
        this.diagnostics = diagnostics;
    }

    /**
     * The packages of some files.
     *
     * @param main the package that the files make up; absent if none of them names it
     * @param nested those nested in them
     */
    public record Assembled(Optional<UnresolvedPackage> main, List<UnresolvedPackage> nested) {}

    /**
     * Puts files together.
     *
     * @param trees in the order of the files' names
     * @param group what they were read from
     */
    public static Assembled assemble(List<SyntaxTree> trees, SourceGroup group, Diagnostics diagnostics) {
        var assembler = new PackageAssembler(group.origin(), diagnostics);
        trees.forEach(assembler::add);
        if (assembler.header.isEmpty()) {
            diagnostics.report(Diagnostic.error(
                            Problem.NO_PACKAGE_NAME.id(),
                            "no file here says which package it belongs to",
                            group.place())
                    .withHint("start one file with a line such as `package my-namespace:my-package;`"));
        }
        return new Assembled(
                assembler.header.map(name -> new UnresolvedPackage(
                        name.name(), name.span(), assembler.docs, assembler.sources, assembler.files, group.origin())),
                assembler.nested);
    }

    private void add(SyntaxTree tree) {
        tree.header().ifPresent(this::addHeader);
        List<Item> items = new ArrayList<>();
        for (Item item : tree.items()) {
            if (item instanceof NestedPackage inner) {
                nested.add(new UnresolvedPackage(
                        inner.header().name(),
                        inner.header().span(),
                        inner.header().docs(),
                        List.of(tree.file()),
                        List.of(withoutPackages(inner)),
                        origin));
            } else {
                items.add(item);
            }
        }
        sources.add(tree.file());
        files.add(items);
    }

    private void addHeader(PackageHeader next) {
        if (header.isPresent() && !header.get().name().equals(next.name())) {
            diagnostics.report(Diagnostic.error(
                            Problem.PACKAGE_NAMES_DIFFER.id(),
                            "this file says that it belongs to `" + next.name() + "`, another one beside it to `"
                                    + header.get().name() + "`",
                            next.span())
                    .withLabel(header.get().span(), "the other one")
                    .withHint("all files of a folder belong to one package; put another package into `deps/`"));
            return;
        }
        if (docs.isPresent() && next.docs().isPresent()) {
            diagnostics.report(Diagnostic.error(
                            Problem.PACKAGE_DOCS_TWICE.id(),
                            "the package has doc comments in two files",
                            next.docs().get().span())
                    .withLabel(docs.get().span(), "the other one"));
        }
        header = header.isPresent() ? header : Optional.of(next);
        docs = docs.isPresent() ? docs : next.docs();
    }

    private List<Item> withoutPackages(NestedPackage outer) {
        List<Item> items = new ArrayList<>();
        for (Item item : outer.items()) {
            if (item instanceof NestedPackage inner) {
                diagnostics.report(Diagnostic.error(
                                Problem.MISPLACED_PACKAGE.id(),
                                "a package inside a package inside a file",
                                inner.header().span())
                        .withLabel(outer.header().span(), "inside this one")
                        .withHint("nested packages stand at the top of a file"));
            } else {
                items.add(item);
            }
        }
        return items;
    }
}
