package dev.wasmledger.component.validation;

import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.GlobalImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.TableImport;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.TagImport;
import com.dylibso.chicory.wasm.types.ValType;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.CoreVecType;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Core modules: validated by Chicory's parser, and what they import and export in our terms. */
public final class CoreModules {

    private final ByteOffset place;
    private final WasmModule module;
    private final List<CoreExternType.Func> funcs = new ArrayList<>();
    private final List<CoreExternType.Table> tables = new ArrayList<>();
    private final List<CoreExternType.Memory> memories = new ArrayList<>();
    private final List<CoreExternType.Global> globals = new ArrayList<>();
    private final List<CoreExternType.Tag> tags = new ArrayList<>();

    private CoreModules(ByteOffset place, WasmModule module) {
        this.place = place;
        this.module = module;
    }

    /**
     * Validates a core module.
     *
     * @param place where it begins
     * @return what it imports and exports
     * @throws DiagnosticException if it is malformed or invalid
     */
    public static CoreModuleType typeOf(ByteOffset place, byte[] bytes) {
        try {
            return new CoreModules(place, Parser.parse(bytes)).type();
        } catch (DiagnosticException e) {
            throw e;
        } catch (ChicoryException e) {
            throw invalid(place, String.valueOf(e.getMessage()));
        } catch (RuntimeException | AssertionError e) {
            // The parser is not ours: what it did not mean to throw is still a module that it cannot take.
            throw invalid(place, e.toString());
        }
    }

    private static DiagnosticException invalid(ByteOffset place, String why) {
        return new DiagnosticException(Rule.CORE_MODULE.at(place, "this core module is invalid: " + why));
    }

    private CoreModuleType type() {
        List<CoreModuleType.CoreImport> imports = new ArrayList<>();
        Set<List<String>> names = new HashSet<>();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            Import declared = module.importSection().getImport(i);
            if (!names.add(List.of(declared.module(), declared.name()))) {
                // Core WebAssembly allows it; here an import is given by its names (Explainer.md, "Instance
                // Definitions").
                throw new DiagnosticException(Rule.DUPLICATE_CORE_NAME.at(
                        place, "duplicate import name `" + declared.module() + ":" + declared.name() + "`"));
            }
            imports.add(new CoreModuleType.CoreImport(declared.module(), declared.name(), importType(declared)));
        }
        define();
        Map<String, CoreExternType> exports = new LinkedHashMap<>();
        for (int i = 0; i < module.exportSection().exportCount(); i++) {
            Export export = module.exportSection().getExport(i);
            exports.put(export.name(), exportType(export));
        }
        return new CoreModuleType(imports, exports);
    }

    private CoreExternType importType(Import declared) {
        return switch (declared.importType()) {
            case FUNCTION -> add(funcs, func(((FunctionImport) declared).typeIndex()));
            case TABLE -> {
                var table = (TableImport) declared;
                yield add(tables, table(table.entryType(), table.limits()));
            }
            case MEMORY -> add(memories, memory(((MemoryImport) declared).limits()));
            case GLOBAL -> {
                var global = (GlobalImport) declared;
                yield add(globals, global(global.type(), global.mutabilityType()));
            }
            case TAG ->
                add(
                        tags,
                        new CoreExternType.Tag(
                                func(((TagImport) declared).tagType().typeIdx()).type()));
        };
    }

    private void define() {
        for (int i = 0; i < module.functionSection().functionCount(); i++) {
            funcs.add(func(module.functionSection().getFunctionType(i)));
        }
        for (int i = 0; i < module.tableSection().tableCount(); i++) {
            var table = module.tableSection().getTable(i);
            tables.add(table(table.elementType(), table.limits()));
        }
        module.memorySection().ifPresent(section -> {
            for (int i = 0; i < section.memoryCount(); i++) {
                memories.add(memory(section.getMemory(i).limits()));
            }
        });
        for (int i = 0; i < module.globalSection().globalCount(); i++) {
            var global = module.globalSection().getGlobal(i);
            globals.add(global(global.valueType(), global.mutabilityType()));
        }
        module.tagSection().ifPresent(section -> {
            for (int i = 0; i < section.tagCount(); i++) {
                tags.add(
                        new CoreExternType.Tag(func(section.getTag(i).typeIdx()).type()));
            }
        });
    }

    private CoreExternType exportType(Export export) {
        return switch (export.exportType()) {
            case FUNCTION -> funcs.get(export.index());
            case TABLE -> tables.get(export.index());
            case MEMORY -> memories.get(export.index());
            case GLOBAL -> globals.get(export.index());
            case TAG -> tags.get(export.index());
        };
    }

    private static <T> T add(List<? super T> space, T type) {
        space.add(type);
        return type;
    }

    private CoreExternType.Func func(int typeIndex) {
        FunctionType type = module.typeSection().getType(typeIndex);
        return new CoreExternType.Func(new CoreFuncType(valTypes(type.params()), valTypes(type.returns())));
    }

    private static CoreExternType.Table table(ValType element, TableLimits limits) {
        OptionalLong max = limits.max() == TableLimits.LIMIT_MAX ? OptionalLong.empty() : OptionalLong.of(limits.max());
        return new CoreExternType.Table(
                refType(element), new CoreExternType.Limits(false, limits.shared(), limits.min(), max));
    }

    private static CoreExternType.Memory memory(MemoryLimits limits) {
        // The parser gives the largest maximum where none is declared; the two cannot be told apart any more.
        OptionalLong max = limits.maximumPages() == MemoryLimits.MAX_PAGES
                ? OptionalLong.empty()
                : OptionalLong.of(limits.maximumPages());
        return new CoreExternType.Memory(
                new CoreExternType.Limits(false, limits.shared(), limits.initialPages(), max), OptionalLong.empty());
    }

    private static CoreExternType.Global global(ValType type, MutabilityType mutability) {
        return new CoreExternType.Global(valType(type), mutability == MutabilityType.Var);
    }

    private static List<CoreValType> valTypes(List<ValType> types) {
        return types.stream().map(CoreModules::valType).toList();
    }

    private static CoreValType valType(ValType type) {
        return switch (type.opcode()) {
            case ValType.ID.I32 -> CoreNumType.I32;
            case ValType.ID.I64 -> CoreNumType.I64;
            case ValType.ID.F32 -> CoreNumType.F32;
            case ValType.ID.F64 -> CoreNumType.F64;
            case ValType.ID.V128 -> CoreVecType.V128;
            default -> refType(type);
        };
    }

    private static CoreRefType refType(ValType type) {
        int heapType = type.typeIdx();
        // Abstract heap types are negative numbers of one byte: 0x70 is -16.
        return new CoreRefType(
                type.isNullable(),
                heapType < 0
                        ? new CoreRefType.AbstractHeapType(false, heapType + 0x80)
                        : new CoreRefType.TypeIndex(heapType));
    }
}
