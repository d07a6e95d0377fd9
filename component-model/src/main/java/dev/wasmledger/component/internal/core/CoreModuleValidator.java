package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.model.CoreModuleTypeDef;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a core module's sections and validates them (core specification 3.0, "Modules" and "Binary Format"); its code is
 * left for {@link #validateCode}, since it says nothing about the module's type.
 */
public final class CoreModuleValidator {

    private static final byte[] PREAMBLE = {0x00, 'a', 's', 'm', 0x01, 0x00, 0x00, 0x00};
    private static final int FUNC_REFERENCE = 0x00;

    private record Body(CoreExternType.Func func, int start, int end) {}

    private final ModuleSpaces module;
    private final ByteReader in;
    private final ConstantExpressions constants;
    private final Set<List<String>> importNames = new HashSet<>();
    private Optional<Diagnostic> duplicateImport = Optional.empty();
    private final List<CoreModuleType.CoreImport> imports = new ArrayList<>();
    private final Map<String, CoreExternType> exports = new LinkedHashMap<>();
    private final List<Body> bodies = new ArrayList<>();
    private int importedFuncs;
    private int bodyCount;
    private int dataSegments;

    private CoreModuleValidator(ModuleSpaces module) {
        this.module = module;
        this.in = module.in;
        this.constants = new ConstantExpressions(module);
    }

    /**
     * Validates all of a module but its code.
     *
     * @param place of its first byte
     * @param groups the types that others around it have
     * @throws DiagnosticException if it is malformed or invalid
     */
    public static CoreModuleValidator validate(
            ByteOffset place, byte[] bytes, Features features, CoreTypeGroups groups) {
        var in = new ByteReader(place, bytes);
        var validator = new CoreModuleValidator(new ModuleSpaces(in, features, groups));
        validator.sections();
        return validator;
    }

    /** What the module imports and exports. */
    public CoreModuleType type() {
        return new CoreModuleType(imports, exports);
    }

    /**
     * The first import that has the names of another one. Core WebAssembly allows it; in a component an import is given by
     * its names (Explainer.md, "Instance Definitions").
     */
    public Optional<Diagnostic> duplicateImport() {
        return duplicateImport;
    }

    /** Validates the functions' bodies; what is wrong with one does not keep it from the next. */
    public List<Diagnostic> validateCode() {
        List<Diagnostic> problems = new ArrayList<>();
        var functions = new FunctionValidator(module);
        for (Body body : bodies) {
            if (problems.size() == Limits.DIAGNOSTICS) {
                break;
            }
            try {
                functions.validate(body.func().type(), body.start(), body.end());
            } catch (DiagnosticException e) {
                problems.addAll(e.diagnostics());
            }
        }
        return problems;
    }

    private void sections() {
        byte[] preamble = in.bytes(Math.min(8, in.remaining())).toByteArray();
        if (!Arrays.equals(preamble, PREAMBLE)) {
            throw in.fail(
                    Rule.VERSION_HEADER, 0, "a core module begins with \\0asm and 01 00 00 00, and this does not");
        }
        int last = 0;
        while (in.remaining() > 0) {
            int start = in.position();
            int id = in.u8();
            int order = order(id);
            if (order < 0) {
                throw in.fail(Rule.UNKNOWN_SECTION, start, "unknown section id " + ByteReader.hex(id));
            }
            if (id != 0 && order <= last) {
                throw in.fail(Rule.CORE_SECTION_ORDER, start, "this section is out of order, or there is another one");
            }
            last = id == 0 ? last : order;
            in.sized("this section", () -> section(id));
        }
        if (bodyCount != module.funcs.size() - importedFuncs) {
            throw module.fail(
                    Rule.CORE_SECTION_COUNTS,
                    module.funcs.size() - importedFuncs + " functions are declared, and " + bodyCount + " have code");
        }
        if (module.dataCount.orElse(dataSegments) != dataSegments) {
            throw module.fail(
                    Rule.CORE_SECTION_COUNTS,
                    module.dataCount.getAsInt() + " data segments are announced, and there are " + dataSegments);
        }
    }

    /** Where among the others a section stands: tags after memories, the data count before the code. */
    private static int order(int id) {
        return switch (id) {
            case 0, 1, 2, 3, 4, 5 -> id;
            case 13 -> 6;
            case 6, 7, 8, 9 -> id + 1;
            case 12 -> 11;
            case 10, 11 -> id + 2;
            default -> -1;
        };
    }

    private boolean section(int id) {
        switch (id) {
            case 0 -> {
                in.name();
                in.bytes(in.remaining());
            }
            case 1 ->
                each("types", Limits.DEFINITIONS, () -> {
                    module.types.addAll(module.groups.define(module.typeDecoder.recType(), module));
                    module.require(
                            module.types.size() <= Limits.DEFINITIONS,
                            Rule.COUNT_LIMIT,
                            "there are more than " + Limits.DEFINITIONS + " types");
                });
            case 2 -> each("imports", Limits.DEFINITIONS, this::importDefinition);
            case 3 -> {
                importedFuncs = module.funcs.size();
                each("functions", Limits.DEFINITIONS, () -> module.funcs.add(funcOfType()));
            }
            case 4 -> each("tables", Limits.TABLES_AND_MEMORIES, this::table);
            case 5 -> each("memories", Limits.TABLES_AND_MEMORIES, () -> addMemory(module.typeDecoder.memory()));
            case 6 -> each("globals", Limits.DEFINITIONS, this::global);
            case 7 -> each("exports", Limits.DEFINITIONS, this::export);
            case 8 -> start();
            case 9 -> each("element segments", Limits.SEGMENTS, this::element);
            case 10 -> code();
            case 11 -> each("data segments", Limits.SEGMENTS, this::data);
            case 12 -> module.dataCount = OptionalInt.of(in.u32());
            default -> each("tags", Limits.DEFINITIONS, () -> addTag(in.u8()));
        }
        return true;
    }

    private void each(String what, int limit, Runnable item) {
        int start = in.position();
        int count = in.u32();
        if (Integer.compareUnsigned(count, limit) > 0) {
            throw in.fail(
                    Rule.COUNT_LIMIT,
                    start,
                    "there are " + Integer.toUnsignedString(count) + " " + what + ", more than " + limit);
        }
        for (int i = 0; i < count; i++) {
            item.run();
        }
    }

    private CoreExternType.Func funcOfType() {
        var type = module.type();
        module.funcType(type);
        return new CoreExternType.Func(type);
    }

    private void importDefinition() {
        int start = in.position();
        String from = in.name();
        String name = in.name();
        if (!importNames.add(List.of(from, name)) && duplicateImport.isEmpty()) {
            duplicateImport = Optional.of(Rule.DUPLICATE_CORE_IMPORT.at(
                    in.place(start), "duplicate import name `" + from + ":" + name + "`"));
        }
        CoreExternType type = add(module.typeDecoder.externDesc());
        imports.add(new CoreModuleType.CoreImport(from, name, type));
    }

    private CoreExternType add(CoreModuleTypeDef.CoreExternDesc desc) {
        return switch (desc) {
            case CoreModuleTypeDef.FuncDesc(var index) -> {
                var type = module.type(index);
                module.funcType(type);
                var func = new CoreExternType.Func(type);
                module.funcs.add(func);
                importedFuncs++;
                yield func;
            }
            case CoreModuleTypeDef.TableDesc table -> addTable(table);
            case CoreModuleTypeDef.MemoryDesc memory -> addMemory(memory);
            case CoreModuleTypeDef.GlobalDesc(CoreValType type, boolean mutable) -> {
                var global = new CoreExternType.Global(module.groups.resolve(type, module), mutable);
                module.globals.add(global);
                yield global;
            }
            case CoreModuleTypeDef.TagDesc(var index) -> addTag(module.type(index));
        };
    }

    private void table() {
        boolean initialized = in.peek() == 0x40;
        if (initialized) {
            in.u8();
            int zero = in.u8();
            module.require(zero == 0, Rule.CORE_UNKNOWN_CODE, "a table with an initial value has 0x40 0x00 before it");
        }
        CoreExternType.Table table = addTable(module.typeDecoder.table());
        if (initialized) {
            constants.validate(table.element());
        } else {
            module.require(
                    table.element().nullable(),
                    Rule.CORE_DEFAULT,
                    "a table of references never null has an initial value");
        }
    }

    private CoreExternType.Table addTable(CoreModuleTypeDef.TableDesc desc) {
        var table = new CoreExternType.Table(module.groups.resolve(desc.element(), module), desc.limits());
        CoreLimits.check(table, module.features, module);
        module.require(
                module.tables.size() < Limits.TABLES_AND_MEMORIES,
                Rule.COUNT_LIMIT,
                "there are more than " + Limits.TABLES_AND_MEMORIES + " tables");
        module.tables.add(table);
        return table;
    }

    private CoreExternType.Memory addMemory(CoreModuleTypeDef.MemoryDesc desc) {
        var memory = new CoreExternType.Memory(desc.limits(), desc.pageSizeLog2());
        CoreLimits.check(memory, module.features, module);
        module.require(
                module.memories.size() < Limits.TABLES_AND_MEMORIES,
                Rule.COUNT_LIMIT,
                "there are more than " + Limits.TABLES_AND_MEMORIES + " memories");
        module.memories.add(memory);
        return memory;
    }

    private CoreExternType.Tag addTag(int attribute) {
        if (attribute != 0) {
            throw in.unknown(Rule.TAG_ATTRIBUTE, in.position() - 1, "the attribute of a tag", attribute);
        }
        return addTag(module.type());
    }

    private CoreExternType.Tag addTag(CoreSubType type) {
        CoreLimits.checkTag(type, module.features, module);
        var tag = new CoreExternType.Tag(type);
        module.tags.add(tag);
        return tag;
    }

    private void global() {
        CoreValType type = module.valType();
        var global = new CoreExternType.Global(type, in.flag("the mutability of a global"));
        constants.validate(type);
        module.globals.add(global);
    }

    private void export() {
        int start = in.position();
        String name = in.name();
        int kind = in.u8();
        CoreExternType type = switch (kind) {
            case 0x00 -> {
                int index = in.u32();
                var func = module.get(module.funcs, index, "function");
                module.declaredFuncs.set(index);
                yield func;
            }
            case 0x01 -> module.table();
            case 0x02 -> module.memory();
            case 0x03 -> module.global();
            case 0x04 -> module.tag();
            default -> throw in.unknown(Rule.UNKNOWN_CORE_EXTERN_KIND, start, "an export", kind);
        };
        if (exports.put(name, type) != null) {
            throw in.fail(Rule.DUPLICATE_CORE_EXPORT, start, "export name `" + name + "` already defined");
        }
    }

    private void start() {
        var type = module.func().type();
        module.require(
                type.params().isEmpty() && type.results().isEmpty(),
                Rule.CORE_START_TYPE,
                "the start function has parameters or results, and must have none");
    }

    /** An element segment; bit 0 of its flags: not active, bit 1: a table is named or it is declarative, bit 2: expressions. */
    private void element() {
        int at = in.position();
        int flags = in.u32();
        if (Integer.compareUnsigned(flags, 7) > 0) {
            throw in.unknown(Rule.CORE_UNKNOWN_CODE, at, "an element segment", flags);
        }
        boolean active = (flags & 1) == 0;
        boolean explicit = (flags & 2) != 0;
        boolean expressions = (flags & 4) != 0;
        Optional<CoreExternType.Table> table = Optional.empty();
        if (active) {
            CoreExternType.Table target = module.table(explicit ? in.u32() : 0);
            table = Optional.of(target);
            constants.validate(target.limits().is64() ? CoreNumType.I64 : CoreNumType.I32);
        }
        CoreRefType type = new CoreRefType(expressions, new CoreRefType.AbstractHeapType(false, CoreMatching.FUNC));
        if (!active || explicit) {
            if (expressions) {
                type = module.refType();
            } else {
                int kind = in.u8();
                module.require(kind == FUNC_REFERENCE, Rule.CORE_UNKNOWN_CODE, "an element segment is of functions");
            }
        }
        if (table.isPresent()) {
            module.require(
                    CoreMatching.matches(type, table.get().element()),
                    Rule.CORE_STACK_TYPE,
                    "type mismatch: the table of this segment holds other references");
        }
        CoreRefType elementType = type;
        each("elements", Limits.TABLE_ENTRIES, () -> {
            if (expressions) {
                constants.validate(elementType);
            } else {
                int index = in.u32();
                module.get(module.funcs, index, "function");
                module.declaredFuncs.set(index);
            }
        });
        module.elements.add(type);
    }

    private void code() {
        int at = in.position();
        bodyCount = in.u32();
        if (bodyCount != module.funcs.size() - importedFuncs) {
            throw in.fail(
                    Rule.CORE_SECTION_COUNTS,
                    at,
                    module.funcs.size() - importedFuncs + " functions are declared, and "
                            + Integer.toUnsignedString(bodyCount) + " have code");
        }
        for (int i = 0; i < bodyCount; i++) {
            int start = in.position();
            int size = in.count(Limits.FUNCTION_BYTES, "the bytes of a function");
            bodies.add(new Body(module.funcs.get(importedFuncs + i), in.position(), in.position() + size));
            in.bytes(size);
            if (size == 0) {
                throw in.fail(Rule.UNEXPECTED_END, start, "this function has no code");
            }
        }
    }

    private void data() {
        int at = in.position();
        int flags = in.u32();
        switch (flags) {
            case 0, 2 -> {
                var memory = module.memory(flags == 2 ? in.u32() : 0);
                constants.validate(memory.limits().is64() ? CoreNumType.I64 : CoreNumType.I32);
            }
            case 1 -> {}
            default -> throw in.unknown(Rule.CORE_UNKNOWN_CODE, at, "a data segment", flags);
        }
        in.bytes(in.u32());
        dataSegments++;
    }
}
