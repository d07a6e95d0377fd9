package dev.wasmledger.component.binary;

import dev.wasmledger.component.model.CoreModuleTypeDef;
import dev.wasmledger.component.model.CoreRecTypeDef;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.CoreVecType;

/** Encodes core types; the mirror image of {@link CoreTypeDecoder}. */
final class CoreTypeEncoder {

    private final ByteWriter out;

    CoreTypeEncoder(ByteWriter out) {
        this.out = out;
    }

    void definition(CoreTypeDef type) {
        switch (type) {
            case CoreModuleTypeDef(var declarators) -> out.u8(0x50).vector(declarators, this::declarator);
            case CoreRecTypeDef group -> {
                if (!group.explicit() && group.types().getFirst().form() == CoreRecTypeDef.Form.SUB) {
                    // Without it, the 0x50 that follows would begin a module type.
                    out.u8(0x00);
                }
                recType(group);
            }
        }
    }

    private void recType(CoreRecTypeDef group) {
        if (group.explicit()) {
            out.u8(0x4e).vector(group.types(), this::subType);
        } else {
            subType(group.types().getFirst());
        }
    }

    private void subType(CoreRecTypeDef.SubType type) {
        switch (type.form()) {
            case BARE -> {}
            case SUB -> out.u8(0x50).vector(type.supertypes(), index -> out.u32(index.value()));
            case SUB_FINAL -> out.u8(0x4f).vector(type.supertypes(), index -> out.u32(index.value()));
        }
        if (type.shared()) {
            out.u8(0x65);
        }
        switch (type.type()) {
            case CoreTypeDef.Func(var params, var results) ->
                out.u8(0x60).vector(params, this::valType).vector(results, this::valType);
            case CoreTypeDef.Struct(var fields) -> out.u8(0x5f).vector(fields, this::fieldType);
            case CoreTypeDef.Array(var element) -> {
                out.u8(0x5e);
                fieldType(element);
            }
        }
    }

    private void fieldType(CoreTypeDef.FieldType field) {
        switch (field.type()) {
            case CoreTypeDef.Packed(int bits) -> out.u8(bits == 8 ? 0x78 : 0x77);
            case CoreTypeDef.Unpacked(var type) -> valType(type);
        }
        out.flag(field.mutable());
    }

    void valType(CoreValType type) {
        switch (type) {
            case CoreNumType number ->
                out.u8(
                        switch (number) {
                            case I32 -> 0x7f;
                            case I64 -> 0x7e;
                            case F32 -> 0x7d;
                            case F64 -> 0x7c;
                        });
            case CoreVecType vector -> out.u8(0x7b);
            case CoreRefType reference -> refType(reference);
        }
    }

    private void refType(CoreRefType type) {
        boolean shorthand = type.nullable() && type.heapType() instanceof CoreRefType.AbstractHeapType;
        if (!shorthand) {
            out.u8(type.nullable() ? 0x63 : 0x64);
        }
        switch (type.heapType()) {
            case CoreRefType.AbstractHeapType(boolean shared, int code) -> {
                if (shared) {
                    out.u8(0x65);
                }
                out.u8(code);
            }
            case CoreRefType.TypeIndex(int index) -> out.s33Index(index);
            case CoreRefType.DefinedHeapType defined ->
                throw new IllegalArgumentException("a resolved type has no index that could be written");
        }
    }

    private void declarator(CoreModuleTypeDef.Decl declarator) {
        switch (declarator) {
            case CoreModuleTypeDef.ImportDecl(String module, String field, var type) -> {
                out.u8(0x00).name(module).name(field);
                externDesc(type);
            }
            case CoreModuleTypeDef.NestedType(var type) -> {
                out.u8(0x01);
                recType(type);
            }
            case CoreModuleTypeDef.OuterAlias(int count, var index) ->
                out.u8(0x02).u8(Sort.CORE_TYPE.code()).u8(0x01).u32(count).u32(index.value());
            case CoreModuleTypeDef.ExportDecl(String name, var type) -> {
                out.u8(0x03).name(name);
                externDesc(type);
            }
        }
    }

    private void externDesc(CoreModuleTypeDef.CoreExternDesc desc) {
        switch (desc) {
            case CoreModuleTypeDef.FuncDesc(var type) -> out.u8(0x00).u32(type.value());
            case CoreModuleTypeDef.TableDesc(var element, var limits) -> {
                out.u8(0x01);
                refType(element);
                limits(limits, 0);
            }
            case CoreModuleTypeDef.MemoryDesc(var limits, var pageSizeLog2) -> {
                out.u8(0x02);
                limits(limits, pageSizeLog2.isPresent() ? 0b1000 : 0);
                pageSizeLog2.ifPresent(out::u64);
            }
            case CoreModuleTypeDef.GlobalDesc(var type, boolean mutable) -> {
                out.u8(0x03);
                valType(type);
                out.flag(mutable);
            }
            case CoreModuleTypeDef.TagDesc(var type) -> out.u8(0x04).u8(0x00).u32(type.value());
        }
    }

    private void limits(CoreExternType.Limits limits, int moreFlags) {
        out.u8(moreFlags
                        | (limits.maximum().isPresent() ? 0b001 : 0)
                        | (limits.shared() ? 0b010 : 0)
                        | (limits.is64() ? 0b100 : 0))
                .u64(limits.minimum());
        limits.maximum().ifPresent(out::u64);
    }
}
