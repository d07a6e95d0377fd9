package dev.wasmledger.component.wit;

import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a WIT package says besides its types: doc comments and feature gates. Component types have no place for them, so the
 * package's binary form carries them in the custom section {@code package-docs}, as the reference does ({@code wit-parser}
 * crate, {@code metadata.rs}, version 1 of the format). Only items that have something to say are in it.
 *
 * @param docs of the package
 * @param worlds by name
 * @param interfaces by name
 */
record PackageDocs(Optional<String> docs, Map<String, WorldDocs> worlds, Map<String, InterfaceDocs> interfaces) {

    /** The section's name. */
    static final String SECTION = "package-docs";

    PackageDocs {
        worlds = ordered(worlds);
        interfaces = ordered(interfaces);
    }

    /** Of a function. */
    record FunctionDocs(Optional<String> docs, Stability stability) {
        boolean isEmpty() {
            return docs.isEmpty() && isUnknown(stability);
        }
    }

    /**
     * Of a type.
     *
     * @param items of fields, cases and flags, by name
     */
    record TypeDocs(Optional<String> docs, Stability stability, Map<String, String> items) {
        TypeDocs {
            items = ordered(items);
        }

        boolean isEmpty() {
            return docs.isEmpty() && isUnknown(stability) && items.isEmpty();
        }
    }

    /** Of an interface, at the top of a package or inside a world. */
    record InterfaceDocs(
            Optional<String> docs,
            Stability stability,
            Map<String, FunctionDocs> functions,
            Map<String, TypeDocs> types) {
        InterfaceDocs {
            functions = ordered(functions);
            types = ordered(types);
        }

        boolean isEmpty() {
            return docs.isEmpty() && isUnknown(stability) && functions.isEmpty() && types.isEmpty();
        }
    }

    /** Of a world. The older version of the format has exports among the imports, where no import has the same name. */
    record WorldDocs(
            Optional<String> docs,
            Stability stability,
            Map<String, TypeDocs> types,
            SideDocs imports,
            SideDocs exports) {
        WorldDocs {
            types = ordered(types);
        }

        boolean isEmpty() {
            return docs.isEmpty() && isUnknown(stability) && types.isEmpty() && imports.isEmpty() && exports.isEmpty();
        }
    }

    /**
     * Of what a world imports, or of what it exports.
     *
     * @param interfaces written inside the world, by plain name
     * @param functions by name
     * @param references the gates of imports or exports that name an interface, by that name or, where it has one, plain name
     * @param referenceDocs their doc comments
     */
    record SideDocs(
            Map<String, InterfaceDocs> interfaces,
            Map<String, FunctionDocs> functions,
            Map<String, Stability> references,
            Map<String, String> referenceDocs) {
        SideDocs {
            interfaces = ordered(interfaces);
            functions = ordered(functions);
            references = ordered(references);
            referenceDocs = ordered(referenceDocs);
        }

        boolean isEmpty() {
            return interfaces.isEmpty() && functions.isEmpty() && references.isEmpty() && referenceDocs.isEmpty();
        }
    }

    /** What a package says. */
    static PackageDocs of(ResolvedWit wit, PackageId id) {
        return new PackageDocsCollector(wit).collect(id);
    }

    /**
     * Reads the section's content.
     *
     * @param fileName what diagnostics call the binary
     * @throws DiagnosticException if it is not of this format
     */
    static PackageDocs decode(String fileName, byte[] content) {
        return PackageDocsReader.read(fileName, content);
    }

    /** The section's content. */
    byte[] encode() {
        return PackageDocsWriter.write(this);
    }

    static boolean isUnknown(Stability stability) {
        return stability instanceof Stability.Unknown;
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
