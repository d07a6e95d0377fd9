package dev.wasmledger.component.internal.binary;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.model.CoreModuleTypeDef;
import dev.wasmledger.component.model.CoreRecTypeDef;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.CoreVecType;
import java.util.List;
import java.util.OptionalLong;

/** Decodes core types: the core specification's, and module types. */
public final class CoreTypeDecoder {

    private static final int SUB = 0x50;
    private static final int SUB_FINAL = 0x4f;
    private static final int REC = 0x4e;
    private static final int SHARED = 0x65;

    private final ByteReader in;

    public CoreTypeDecoder(ByteReader in) {
        this.in = in;
    }

    /** {@code core:deftype}. Here 0x50 begins a module type, and a {@code sub} has 0x00 before it. */
    public CoreTypeDef definition() {
        return switch (in.peek()) {
            case SUB -> {
                in.u8();
                yield new CoreModuleTypeDef(in.nested(
                        () -> in.vector(Limits.MODULE_TYPE_DECLARATORS, "the declarators", this::declarator)));
            }
            case 0x00 -> {
                int start = in.position();
                in.u8();
                if (in.peek() != SUB) {
                    throw in.unknown(Rule.UNKNOWN_SUBTYPE_FORM, start, "a core type that is not final", in.peek());
                }
                yield new CoreRecTypeDef(false, List.of(subType()));
            }
            default -> recType();
        };
    }

    /** {@code core:rectype}. */
    public CoreRecTypeDef recType() {
        if (in.peek() != REC) {
            return new CoreRecTypeDef(false, List.of(subType()));
        }
        in.u8();
        return new CoreRecTypeDef(true, in.vector(Limits.DEFINITIONS, "the types of a group", this::subType));
    }

    private CoreRecTypeDef.SubType subType() {
        CoreRecTypeDef.Form form = switch (in.peek()) {
            case SUB -> CoreRecTypeDef.Form.SUB;
            case SUB_FINAL -> CoreRecTypeDef.Form.SUB_FINAL;
            default -> CoreRecTypeDef.Form.BARE;
        };
        List<Index.CoreType> supertypes = List.of();
        if (form != CoreRecTypeDef.Form.BARE) {
            in.u8();
            supertypes = in.vector(Limits.SUPERTYPES, "the supertypes of a type", () -> new Index.CoreType(in.u32()));
        }
        boolean shared = in.peek() == SHARED;
        if (shared) {
            in.u8();
        }
        return new CoreRecTypeDef.SubType(form, supertypes, shared, compType());
    }

    private CoreTypeDef.CompType compType() {
        int start = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x60 -> new CoreTypeDef.Func(valTypes("the parameters"), valTypes("the results"));
            case 0x5f ->
                new CoreTypeDef.Struct(in.vector(Limits.STRUCT_FIELDS, "the fields of a struct", this::fieldType));
            case 0x5e -> new CoreTypeDef.Array(fieldType());
            default -> throw in.unknown(Rule.UNKNOWN_CORE_TYPE, start, "a core type", code);
        };
    }

    private List<CoreValType> valTypes(String what) {
        return in.vector(Limits.PARAMETERS, what, this::valType);
    }

    private CoreTypeDef.FieldType fieldType() {
        CoreTypeDef.StorageType storage = switch (in.peek()) {
            case 0x78 -> packed(8);
            case 0x77 -> packed(16);
            default -> new CoreTypeDef.Unpacked(valType());
        };
        return new CoreTypeDef.FieldType(storage, in.flag("the mutability of a field"));
    }

    private CoreTypeDef.StorageType packed(int bits) {
        in.u8();
        return new CoreTypeDef.Packed(bits);
    }

    public CoreValType valType() {
        return switch (in.peek()) {
            case 0x7f -> number(CoreNumType.I32);
            case 0x7e -> number(CoreNumType.I64);
            case 0x7d -> number(CoreNumType.F32);
            case 0x7c -> number(CoreNumType.F64);
            case 0x7b -> {
                in.u8();
                yield CoreVecType.V128;
            }
            default -> refType();
        };
    }

    private CoreNumType number(CoreNumType type) {
        in.u8();
        return type;
    }

    public CoreRefType refType() {
        return switch (in.peek()) {
            case 0x63 -> {
                in.u8();
                yield new CoreRefType(true, heapType());
            }
            case 0x64 -> {
                in.u8();
                yield new CoreRefType(false, heapType());
            }
            default -> new CoreRefType(true, abstractHeapType());
        };
    }

    public CoreRefType.HeapType heapType() {
        int next = in.peek();
        return next == SHARED || isAbstractHeapType(next)
                ? abstractHeapType()
                : new CoreRefType.TypeIndex(in.s33Index(Rule.UNKNOWN_CORE_TYPE, "a heap type"));
    }

    private CoreRefType.HeapType abstractHeapType() {
        boolean shared = in.peek() == SHARED;
        if (shared) {
            in.u8();
        }
        int start = in.position();
        int code = in.u8();
        if (!isAbstractHeapType(code)) {
            throw in.unknown(Rule.UNKNOWN_CORE_TYPE, start, "a core value type", code);
        }
        return new CoreRefType.AbstractHeapType(shared, code);
    }

    /** From {@code exn} to {@code noexn}: func, extern, any, eq, i31, struct, array and their bottoms between. */
    private static boolean isAbstractHeapType(int code) {
        return code >= 0x69 && code <= 0x74;
    }

    private CoreModuleTypeDef.Decl declarator() {
        int start = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x00 -> new CoreModuleTypeDef.ImportDecl(in.name(), in.name(), externDesc());
            case 0x01 -> new CoreModuleTypeDef.NestedType(recType());
            case 0x02 -> alias();
            case 0x03 -> new CoreModuleTypeDef.ExportDecl(in.name(), externDesc());
            default -> throw in.unknown(Rule.UNKNOWN_MODULE_DECLARATOR, start, "a declarator of a module type", code);
        };
    }

    private CoreModuleTypeDef.OuterAlias alias() {
        int start = in.position();
        int sort = in.u8();
        int form = in.u8();
        if (sort != Sort.CORE_TYPE.code() || form != 0x01) {
            throw in.unknown(Rule.UNKNOWN_CORE_ALIAS, start, "an alias in a module type", sort);
        }
        return new CoreModuleTypeDef.OuterAlias(in.u32(), new Index.CoreType(in.u32()));
    }

    /** {@code core:externtype}. */
    public CoreModuleTypeDef.CoreExternDesc externDesc() {
        int start = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x00 -> new CoreModuleTypeDef.FuncDesc(new Index.CoreType(in.u32()));
            case 0x01 -> table();
            case 0x02 -> memory();
            case 0x03 -> new CoreModuleTypeDef.GlobalDesc(valType(), in.flag("the mutability of a global"));
            case 0x04 -> {
                int attribute = in.u8();
                if (attribute != 0x00) {
                    throw in.unknown(Rule.TAG_ATTRIBUTE, start + 1, "the attribute of a tag", attribute);
                }
                yield new CoreModuleTypeDef.TagDesc(new Index.CoreType(in.u32()));
            }
            default ->
                throw in.unknown(Rule.UNKNOWN_CORE_EXTERN_KIND, start, "the type of a core import or export", code);
        };
    }

    public CoreModuleTypeDef.TableDesc table() {
        CoreRefType element = refType();
        int start = in.position();
        int flags = in.u8();
        if (flags > 0b111) {
            throw in.unknown(Rule.UNKNOWN_LIMITS, start, "the limits of a table", flags);
        }
        return new CoreModuleTypeDef.TableDesc(element, limits(flags));
    }

    public CoreModuleTypeDef.MemoryDesc memory() {
        int start = in.position();
        int flags = in.u8();
        if (flags > 0b1111) {
            throw in.unknown(Rule.UNKNOWN_LIMITS, start, "the limits of a memory", flags);
        }
        CoreExternType.Limits limits = limits(flags);
        return new CoreModuleTypeDef.MemoryDesc(
                limits,
                (flags & 0b1000) != 0 ? OptionalLong.of(Integer.toUnsignedLong(in.u32())) : OptionalLong.empty());
    }

    private CoreExternType.Limits limits(int flags) {
        boolean is64 = (flags & 0b100) != 0;
        long minimum = bound(is64);
        OptionalLong maximum = (flags & 0b001) != 0 ? OptionalLong.of(bound(is64)) : OptionalLong.empty();
        return new CoreExternType.Limits(is64, (flags & 0b010) != 0, minimum, maximum);
    }

    private long bound(boolean is64) {
        return is64 ? in.u64() : Integer.toUnsignedLong(in.u32());
    }
}
