package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.internal.binary.CoreTypeDecoder;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** The index spaces of a core module, and the reader over its bytes: what its sections fill and its code refers to. */
final class ModuleSpaces implements CoreTypeGroups.Context {

    final ByteReader in;
    final CoreTypeDecoder typeDecoder;
    final Features features;
    final CoreTypeGroups groups;

    final List<CoreSubType> types = new ArrayList<>();
    final List<CoreExternType.Func> funcs = new ArrayList<>();
    final List<CoreExternType.Table> tables = new ArrayList<>();
    final List<CoreExternType.Memory> memories = new ArrayList<>();
    final List<CoreExternType.Global> globals = new ArrayList<>();
    final List<CoreExternType.Tag> tags = new ArrayList<>();
    final List<CoreRefType> elements = new ArrayList<>();

    /** The functions that {@code ref.func} may name in code: those that something outside of code names. */
    final BitSet declaredFuncs = new BitSet();

    OptionalInt dataCount = OptionalInt.empty();

    ModuleSpaces(ByteReader in, Features features, CoreTypeGroups groups) {
        this.in = in;
        this.typeDecoder = new CoreTypeDecoder(in);
        this.features = features;
        this.groups = groups;
    }

    @Override
    public int size() {
        return types.size();
    }

    @Override
    public CoreSubType type(Index.CoreType index) {
        return get(types, index.value(), "type");
    }

    CoreSubType type() {
        return type(new Index.CoreType(in.u32()));
    }

    CoreFuncType funcType(CoreSubType type) {
        if (type.composite() instanceof CoreFuncType func) {
            return func;
        }
        throw fail(Rule.CORE_TYPE_KIND, "this type is " + type + ", not a function type");
    }

    CoreValType valType() {
        return groups.resolve(typeDecoder.valType(), this);
    }

    CoreRefType refType() {
        return groups.resolve(typeDecoder.refType(), this);
    }

    CoreRefType.HeapType heapType() {
        // As a reference, so that its features are looked at.
        return groups.resolve(new CoreRefType(false, typeDecoder.heapType()), this)
                .heapType();
    }

    CoreExternType.Func func() {
        return get(funcs, in.u32(), "function");
    }

    CoreExternType.Table table(int index) {
        return get(tables, index, "table");
    }

    CoreExternType.Table table() {
        return table(in.u32());
    }

    CoreExternType.Memory memory(int index) {
        return get(memories, index, "memory");
    }

    CoreExternType.Memory memory() {
        return memory(in.u32());
    }

    CoreExternType.Global global() {
        return get(globals, in.u32(), "global");
    }

    CoreExternType.Tag tag() {
        return get(tags, in.u32(), "tag");
    }

    CoreRefType element() {
        return get(elements, in.u32(), "element segment");
    }

    /** The index of a data segment, whose count must stand before the code. */
    void data() {
        int index = in.u32();
        if (dataCount.isEmpty()) {
            throw fail(Rule.CORE_DATA_COUNT, "code that uses data segments needs a data count section before it");
        }
        requireIndex(index, dataCount.getAsInt(), "data segment");
    }

    <T> T get(List<T> space, int index, String what) {
        requireIndex(index, space.size(), what);
        return space.get(index);
    }

    private void requireIndex(int index, int size, String what) {
        if (Integer.compareUnsigned(index, size) >= 0) {
            throw fail(
                    Rule.CORE_UNKNOWN_INDEX,
                    "unknown " + what + " " + Integer.toUnsignedString(index) + ": there are " + size);
        }
    }

    void require(boolean holds, Rule rule, String otherwise) {
        if (!holds) {
            throw fail(rule, otherwise);
        }
    }

    @Override
    public DiagnosticException fail(Rule rule, String message) {
        return in.fail(rule, in.position(), message);
    }
}
