package dev.wasmledger.wit.internal;

import dev.wasmledger.wit.BinaryWitReader;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitPrinter;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.internal.SourceGroup.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** WIT packages in binary form, as the text that they stand for: from there on they are packages as any other. */
final class BinaryPackages {

    private static final byte[] MAGIC = {0, 'a', 's', 'm'};

    private final Diagnostics diagnostics;

    BinaryPackages(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether a file's content is WebAssembly. */
    static boolean isWasm(byte[] content) {
        return content.length >= MAGIC.length
                && content[0] == MAGIC[0]
                && content[1] == MAGIC[1]
                && content[2] == MAGIC[2]
                && content[3] == MAGIC[3];
    }

    /** The package that the content stands for, in front, and what it says of others; none if that is reported. */
    List<SourceGroup> read(Place place, byte[] content) {
        Optional<BinaryWitReader> reader = ServiceLoader.load(
                        BinaryWitReader.class, BinaryWitReader.class.getClassLoader())
                .findFirst();
        if (reader.isEmpty()) {
            diagnostics.report(Diagnostic.error(
                            Problem.UNREADABLE.id(), "nothing here reads WIT packages in binary form", place)
                    .withHint("put the package's .wit files there instead, or `component-model` on the class path"));
            return List.of();
        }
        try {
            Optional<ResolvedWit> wit = reader.get().readPackage(place.fileName(), content);
            if (wit.isEmpty()) {
                diagnostics.report(Diagnostic.error(
                                Problem.UNREADABLE.id(),
                                "this is a component or a core module, not a WIT package in binary form",
                                place)
                        .withHint("print its WIT to a file, and put that in its place"));
            }
            return wit.map(packages -> groups(packages, place)).orElse(List.of());
        } catch (DiagnosticException wrong) {
            wrong.diagnostics().forEach(diagnostics::report);
            return List.of();
        }
    }

    private static List<SourceGroup> groups(ResolvedWit wit, Place place) {
        var printer = new WitPrinter(wit);
        List<SourceGroup> groups = new ArrayList<>();
        groups.add(group(printer, wit.root(), Origin.BINARY, place));
        for (int i = 0; i < wit.packages().size(); i++) {
            if (i != wit.root().index()) {
                groups.add(group(printer, new PackageId(i), Origin.BINARY_USE, place));
            }
        }
        return groups;
    }

    private static SourceGroup group(WitPrinter printer, PackageId id, Origin origin, Place place) {
        return new SourceGroup(place, List.of(new SourceFile(place.fileName(), printer.print(id))), origin);
    }
}
