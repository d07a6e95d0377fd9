package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.CoreModuleType.CoreImport;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.composer.internal.componentize.CoreNames.ImportName;
import dev.wasmledger.composer.internal.componentize.CoreNames.ImportedItem;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A core module that fits a world.
 *
 * @param imports what each of its imports stands for, in order
 * @param exports the world's functions, by the name of the core export
 * @param hasMemory whether it exports its memory as {@code memory}
 * @param hasRealloc whether it exports {@code cabi_realloc}
 * @param hasInitialize whether it exports {@code _initialize}
 * @param resources those that its exported interfaces define
 * @param destructors those of them that have a destructor
 * @param postReturns the core exports that have a post-return function
 */
record GuestModule(
        Map<ImportName, ImportedItem> imports,
        Map<String, WorldFunction> exports,
        boolean hasMemory,
        boolean hasRealloc,
        boolean hasInitialize,
        List<ExportedResource> resources,
        List<ExportedResource> destructors,
        List<String> postReturns) {

    static final String MEMORY = "memory";
    static final String REALLOC = "cabi_realloc";
    static final String INITIALIZE = "_initialize";

    static final CoreFuncType DESTRUCTOR_TYPE = new CoreFuncType(List.of(CoreNumType.I32), List.of());

    private static final CoreFuncType REALLOC_TYPE = new CoreFuncType(
            List.of(CoreNumType.I32, CoreNumType.I32, CoreNumType.I32, CoreNumType.I32), List.of(CoreNumType.I32));

    /**
     * Holds a module against the names that a world gives it.
     *
     * @throws DiagnosticException with every import that the world does not have, every export that it demands in vain,
     *     and every signature that is another
     */
    static GuestModule match(String fileName, CoreModuleType module, CoreNames names) {
        return new Matching(fileName, module, names).match();
    }

    private static final class Matching {
        private final WholeFile file;
        private final CoreModuleType module;
        private final CoreNames names;
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Matching(String fileName, CoreModuleType module, CoreNames names) {
            this.file = new WholeFile(fileName);
            this.module = module;
            this.names = names;
        }

        GuestModule match() {
            var imports = new LinkedHashMap<ImportName, ImportedItem>();
            for (CoreImport imported : module.imports()) {
                var name = new ImportName(imported.module(), imported.field());
                importedItem(name, imported.type()).ifPresent(item -> imports.put(name, item));
            }
            names.exports().forEach((name, function) -> {
                refuseAsync(function);
                demand(name, function.coreType());
            });
            List<String> postReturns = postReturns();
            List<ExportedResource> destructors = names.exportedResources().stream()
                    .filter(resource -> optional(resource.destructor(), DESTRUCTOR_TYPE))
                    .toList();
            boolean realloc = optional(REALLOC, REALLOC_TYPE);
            boolean initialize = optional(INITIALIZE, new CoreFuncType(List.of(), List.of()));
            boolean memory = module.exports().get(MEMORY) instanceof CoreExternType.Memory;
            demandCanonicalExports(imports, memory, realloc);
            if (!diagnostics.isEmpty()) {
                throw new DiagnosticException(diagnostics);
            }
            return new GuestModule(
                    imports,
                    names.exports(),
                    memory,
                    realloc,
                    initialize,
                    names.exportedResources(),
                    destructors,
                    postReturns);
        }

        private Optional<ImportedItem> importedItem(ImportName name, CoreExternType type) {
            ImportedItem item = names.imports().get(name);
            if (item == null) {
                error(
                        "COMPOSE0402",
                        "the module imports `" + name + "`, which its world does not have",
                        nearestImport(name));
                return Optional.empty();
            }
            if (item instanceof ImportedItem.Function(WorldFunction function)) {
                refuseAsync(function);
            }
            checkType("imports `" + name + "`", type, item.coreType());
            return Optional.of(item);
        }

        private void demand(String name, CoreFuncType expected) {
            CoreExternType type = module.exports().get(name);
            if (type == null) {
                error(
                        "COMPOSE0403",
                        "the module does not export `" + name + "`, which its world demands",
                        NearestName.of(name, module.exports().keySet())
                                .map(near -> "the module exports `" + near + "`"));
                return;
            }
            checkType("exports `" + name + "`", type, expected);
        }

        /** An export that need not be there, but if it is, has that type. */
        private boolean optional(String name, CoreFuncType expected) {
            CoreExternType type = module.exports().get(name);
            if (type != null) {
                checkType("exports `" + name + "`", type, expected);
            }
            return type != null;
        }

        private List<String> postReturns() {
            var found = new ArrayList<String>();
            names.exports().forEach((name, function) -> {
                // What lifting reads is what the core function returned.
                var expected = new CoreFuncType(function.coreType().results(), List.of());
                if (optional(CoreNames.POST_RETURN + name, expected)) {
                    found.add(name);
                }
            });
            return found;
        }

        private void demandCanonicalExports(Map<ImportName, ImportedItem> imports, boolean memory, boolean realloc) {
            List<CanonicalNeeds> needs = Stream.concat(
                            imports.values().stream()
                                    .flatMap(item -> item instanceof ImportedItem.Function(WorldFunction function)
                                            ? Stream.of(CanonicalNeeds.ofLowered(function.type()))
                                            : Stream.empty()),
                            names.exports().values().stream().map(f -> CanonicalNeeds.ofLifted(f.type())))
                    .toList();
            if (!memory && needs.stream().anyMatch(CanonicalNeeds::memory)) {
                error(
                        "COMPOSE0405",
                        "the module exports no memory `" + MEMORY + "`, which its world's functions need",
                        Optional.empty());
            }
            if (!realloc && needs.stream().anyMatch(CanonicalNeeds::realloc)) {
                error(
                        "COMPOSE0405",
                        "the module exports no function `" + REALLOC + "`, which its world's functions need",
                        Optional.empty());
            }
        }

        private void checkType(String what, CoreExternType actual, CoreFuncType expected) {
            if (!(actual instanceof CoreExternType.Func func)) {
                error("COMPOSE0404", "the module " + what + ", but not as a function", Optional.empty());
            } else if (!func.type().equals(expected)) {
                error(
                        "COMPOSE0404",
                        "the module " + what + " as " + CoreSignature.text(func.type()) + ", its world as "
                                + CoreSignature.text(expected),
                        Optional.empty());
            }
        }

        /** What the component model has and this composer has not. */
        private void refuseAsync(WorldFunction function) {
            if (function.type().async()) {
                error(
                        "COMPOSE0406",
                        "no component can be made yet with the async function `" + function.name() + "` of `"
                                + function.owner() + "`",
                        Optional.of("write `func` instead of `async func` in the WIT, or leave it out of the world"));
            }
        }

        private Optional<String> nearestImport(ImportName name) {
            Collection<ImportName> known = names.imports().keySet();
            Optional<String> sameModule = NearestName.of(
                            name.field(),
                            known.stream()
                                    .filter(other -> other.module().equals(name.module()))
                                    .map(ImportName::field)
                                    .toList())
                    .map(near -> new ImportName(name.module(), near).toString());
            return sameModule
                    .or(() -> NearestName.of(
                            name.toString(),
                            known.stream().map(ImportName::toString).collect(Collectors.toSet())))
                    .map(near -> "did you mean `" + near + "`?");
        }

        private void error(String id, String message, Optional<String> hint) {
            diagnostics.add(Diagnostic.error(id, message, file).withHint(hint));
        }
    }
}
