package dev.wasmledger.component.binary;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.FuncTypeDef;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.LabeledType;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.NameAttribute;
import java.util.List;
import java.util.Optional;

/** Encodes type definitions and what can stand within them; the mirror image of {@link TypeDecoder}. */
final class TypeEncoder {

    private final ByteWriter out;
    private final CoreTypeEncoder coreTypes;

    TypeEncoder(ByteWriter out, CoreTypeEncoder coreTypes) {
        this.out = out;
        this.coreTypes = coreTypes;
    }

    void definition(TypeDef type) {
        switch (type) {
            case ValTypeDef value -> valTypeDef(value);
            case FuncTypeDef(boolean async, var params, var result) -> {
                out.u8(async ? 0x43 : 0x40);
                labeledTypes(params);
                resultList(result);
            }
            case ComponentTypeDef(var declarators, var offsets) -> out.u8(0x41).vector(declarators, this::declarator);
            case InstanceTypeDef(var declarators, var offsets) -> out.u8(0x42).vector(declarators, this::declarator);
            case ResourceTypeDef(var representation, var destructor) -> {
                out.u8(0x3f);
                coreTypes.valType(representation);
                out.optional(destructor, func -> out.u32(func.value()));
            }
        }
    }

    private void valTypeDef(ValTypeDef type) {
        switch (type) {
            case ValTypeDef.PrimDef(var primitive) -> out.u8(primitive.code());
            case ValTypeDef.RecordDef(var fields) -> {
                out.u8(0x72);
                labeledTypes(fields);
            }
            case ValTypeDef.VariantDef(var cases) ->
                out.u8(0x71).vector(cases, variantCase -> {
                    out.name(variantCase.label());
                    optionalValType(variantCase.type());
                    out.u8(0x00);
                });
            case ValTypeDef.ListDef(var element, var length) -> {
                out.u8(length.isPresent() ? 0x67 : 0x70);
                valType(element);
                length.ifPresent(out::u32);
            }
            case ValTypeDef.TupleDef(var types) -> out.u8(0x6f).vector(types, this::valType);
            case ValTypeDef.FlagsDef(var labels) -> out.u8(0x6e).vector(labels, out::name);
            case ValTypeDef.EnumDef(var labels) -> out.u8(0x6d).vector(labels, out::name);
            case ValTypeDef.OptionDef(var some) -> {
                out.u8(0x6b);
                valType(some);
            }
            case ValTypeDef.ResultDef(var ok, var error) -> {
                out.u8(0x6a);
                optionalValType(ok);
                optionalValType(error);
            }
            case ValTypeDef.OwnDef(var resource) -> out.u8(0x69).u32(resource.value());
            case ValTypeDef.BorrowDef(var resource) -> out.u8(0x68).u32(resource.value());
            case ValTypeDef.StreamDef(var element) -> {
                out.u8(0x66);
                optionalValType(element);
            }
            case ValTypeDef.FutureDef(var element) -> {
                out.u8(0x65);
                optionalValType(element);
            }
            case ValTypeDef.MapDef(var key, var value) -> {
                out.u8(0x63);
                valType(key);
                valType(value);
            }
        }
    }

    private void labeledTypes(List<LabeledType> types) {
        out.vector(types, labeled -> {
            out.name(labeled.label());
            valType(labeled.type());
        });
    }

    void resultList(Optional<ValTypeRef> result) {
        if (result.isPresent()) {
            out.u8(0x00);
            valType(result.get());
        } else {
            out.u8(0x01).u8(0x00);
        }
    }

    private void optionalValType(Optional<ValTypeRef> type) {
        out.optional(type, this::valType);
    }

    void valType(ValTypeRef type) {
        switch (type) {
            case ValTypeRef.Prim(var primitive) -> out.u8(primitive.code());
            case ValTypeRef.Defined(var index) -> out.s33Index(index.value());
        }
    }

    private void declarator(Declarator declarator) {
        switch (declarator) {
            case CoreTypeDef type -> {
                out.u8(0x00);
                coreTypes.definition(type);
            }
            case TypeDef type -> {
                out.u8(0x01);
                definition(type);
            }
            case Alias alias -> {
                out.u8(0x02);
                alias(alias);
            }
            case Import declared -> {
                out.u8(0x03);
                importDeclarator(declared);
            }
            case ExportDecl(var name, var type) -> {
                out.u8(0x04);
                externName(name);
                externDesc(type);
            }
        }
    }

    void importDeclarator(Import declared) {
        externName(declared.name());
        externDesc(declared.type());
    }

    void alias(Alias alias) {
        sort(alias.sort());
        switch (alias) {
            case Alias.InstanceExport(var sort, var instance, var name) ->
                out.u8(0x00).u32(instance.value()).name(name);
            case Alias.CoreInstanceExport(var sort, var instance, var name) ->
                out.u8(0x01).u32(instance.value()).name(name);
            case Alias.Outer(var sort, int count, var index) ->
                out.u8(0x02).u32(count).u32(index.value());
        }
    }

    void sort(Sort sort) {
        if (sort.isCore()) {
            out.u8(0x00);
        }
        out.u8(sort.code());
    }

    void coreSort(Sort sort) {
        out.u8(sort.code());
    }

    void externName(ExternName name) {
        out.u8(name.form().code()).name(name.name());
        if (name.form() == ExternName.Form.ATTRIBUTED) {
            out.vector(name.attributes(), this::attribute);
        }
    }

    private void attribute(NameAttribute attribute) {
        switch (attribute) {
            case NameAttribute.Implements(String interfaceName) -> out.u8(0x00).name(interfaceName);
            case NameAttribute.VersionSuffix(String suffix) -> out.u8(0x01).name(suffix);
            case NameAttribute.ExternalId(String id) -> out.u8(0x02).name(id);
        }
    }

    void externDesc(ExternDesc desc) {
        switch (desc) {
            case ExternDesc.CoreModule(var type) ->
                out.u8(0x00).u8(Sort.CORE_MODULE.code()).u32(type.value());
            case ExternDesc.Func(var type) -> out.u8(0x01).u32(type.value());
            case ExternDesc.Value(var type) -> {
                out.u8(0x02);
                valType(type);
            }
            case ExternDesc.TypeEq(var type) -> out.u8(0x03).u8(0x00).u32(type.value());
            case ExternDesc.SubResource() -> out.u8(0x03).u8(0x01);
            case ExternDesc.Component(var type) -> out.u8(0x04).u32(type.value());
            case ExternDesc.Instance(var type) -> out.u8(0x05).u32(type.value());
        }
    }
}
