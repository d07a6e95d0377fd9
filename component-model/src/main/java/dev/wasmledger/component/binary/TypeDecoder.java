package dev.wasmledger.component.binary;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.internal.binary.CoreTypeDecoder;
import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.FuncTypeDef;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.LabeledType;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.NameAttribute;
import dev.wasmledger.component.type.Primitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decodes type definitions and what can stand within them. */
final class TypeDecoder {

    private final ByteReader in;
    private final CoreTypeDecoder coreTypes;

    TypeDecoder(ByteReader in, CoreTypeDecoder coreTypes) {
        this.in = in;
        this.coreTypes = coreTypes;
    }

    TypeDef definition() {
        int start = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x3f ->
                new ResourceTypeDef(
                        coreTypes.valType(), in.optional("a destructor", () -> new Index.CoreFunc(in.u32())));
            case 0x40 -> func(false);
            case 0x43 -> func(true);
            case 0x41 -> {
                List<Integer> offsets = new ArrayList<>();
                yield new ComponentTypeDef(declarators(true, offsets), offsets);
            }
            case 0x42 -> {
                List<Integer> offsets = new ArrayList<>();
                yield new InstanceTypeDef(declarators(false, offsets), offsets);
            }
            default -> valTypeDef(start, code);
        };
    }

    private ValTypeDef valTypeDef(int start, int code) {
        return switch (code) {
            case 0x72 -> new ValTypeDef.RecordDef(labeledTypes(Limits.FIELDS_OR_CASES, "the fields"));
            case 0x71 -> new ValTypeDef.VariantDef(in.vector(Limits.FIELDS_OR_CASES, "the cases", this::variantCase));
            case 0x70 -> new ValTypeDef.ListDef(valType(), OptionalInt.empty());
            case 0x67 -> new ValTypeDef.ListDef(valType(), OptionalInt.of(in.u32()));
            case 0x6f -> new ValTypeDef.TupleDef(in.vector(Limits.TUPLE_TYPES, "the types of a tuple", this::valType));
            case 0x6e -> new ValTypeDef.FlagsDef(in.vector(Limits.FIELDS_OR_CASES, "the flags", in::name));
            case 0x6d -> new ValTypeDef.EnumDef(in.vector(Limits.FIELDS_OR_CASES, "the cases", in::name));
            case 0x6b -> new ValTypeDef.OptionDef(valType());
            case 0x6a -> new ValTypeDef.ResultDef(optionalValType(), optionalValType());
            case 0x69 -> new ValTypeDef.OwnDef(new Index.Type(in.u32()));
            case 0x68 -> new ValTypeDef.BorrowDef(new Index.Type(in.u32()));
            case 0x66 -> new ValTypeDef.StreamDef(optionalValType());
            case 0x65 -> new ValTypeDef.FutureDef(optionalValType());
            case 0x63 -> new ValTypeDef.MapDef(valType(), valType());
            default ->
                primitive(code)
                        .<ValTypeDef>map(ValTypeDef.PrimDef::new)
                        .orElseThrow(() -> in.unknown(Rule.UNKNOWN_TYPE, start, "a type", code));
        };
    }

    private FuncTypeDef func(boolean async) {
        List<LabeledType> params = labeledTypes(Limits.PARAMETERS, "the parameters");
        return new FuncTypeDef(async, params, resultList());
    }

    /** {@code resultlist}: one type, or none. */
    Optional<ValTypeRef> resultList() {
        int start = in.position();
        int form = in.u8();
        if (form == 0x00) {
            return Optional.of(valType());
        }
        if (form != 0x01) {
            throw in.fail(Rule.RESULT_FORM, start, "unknown code " + ByteReader.hex(form) + " for a function's result");
        }
        int count = in.u8();
        if (count != 0) {
            throw in.fail(Rule.RESULT_FORM, start, "a function has one result or none, not named ones");
        }
        return Optional.empty();
    }

    private List<LabeledType> labeledTypes(int limit, String what) {
        return in.vector(limit, what, () -> new LabeledType(in.name(), valType()));
    }

    private ValTypeDef.CaseDef variantCase() {
        String label = in.name();
        Optional<ValTypeRef> payload = optionalValType();
        int start = in.position();
        int end = in.u8();
        if (end != 0x00) {
            throw in.unknown(Rule.CASE_END, start, "the end of a case", end);
        }
        return new ValTypeDef.CaseDef(label, payload);
    }

    private Optional<ValTypeRef> optionalValType() {
        return in.optional("an optional type", this::valType);
    }

    ValTypeRef valType() {
        Optional<Primitive> primitive = primitive(in.peek());
        if (primitive.isPresent()) {
            in.u8();
            return new ValTypeRef.Prim(primitive.get());
        }
        return new ValTypeRef.Defined(new Index.Type(in.s33Index(Rule.UNKNOWN_TYPE, "a value type")));
    }

    private static Optional<Primitive> primitive(int code) {
        return Arrays.stream(Primitive.values())
                .filter(primitive -> primitive.code() == code)
                .findFirst();
    }

    private List<Declarator> declarators(boolean component, List<Integer> offsets) {
        return in.nested(() -> in.vector(Limits.TYPE_DECLARATORS, "the declarators", () -> {
            offsets.add(in.position());
            return declarator(component);
        }));
    }

    private Declarator declarator(boolean component) {
        int start = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x00 -> coreTypes.definition();
            case 0x01 -> definition();
            case 0x02 -> alias();
            case 0x03 -> {
                if (!component) {
                    throw in.unknown(Rule.UNKNOWN_DECLARATOR, start, "a declarator of an instance type", code);
                }
                yield importDeclarator();
            }
            case 0x04 -> new ExportDecl(externName(), externDesc());
            default -> throw in.unknown(Rule.UNKNOWN_DECLARATOR, start, "a declarator", code);
        };
    }

    Import importDeclarator() {
        return new Import(externName(), externDesc());
    }

    Alias alias() {
        Sort sort = sort();
        int start = in.position();
        int form = in.u8();
        return switch (form) {
            case 0x00 -> new Alias.InstanceExport(sort, new Index.Instance(in.u32()), in.name());
            case 0x01 -> new Alias.CoreInstanceExport(sort, new Index.CoreInstance(in.u32()), in.name());
            case 0x02 -> new Alias.Outer(sort, in.u32(), sort.index(in.u32()));
            default -> throw in.unknown(Rule.UNKNOWN_ALIAS, start, "an alias", form);
        };
    }

    Sort sort() {
        int start = in.position();
        int code = in.u8();
        if (code == 0x00) {
            return coreSort();
        }
        return Sort.of(false, code).orElseThrow(() -> unknownSort(start, code));
    }

    Sort coreSort() {
        int start = in.position();
        int code = in.u8();
        return Sort.of(true, code).orElseThrow(() -> unknownSort(start, code));
    }

    private RuntimeException unknownSort(int start, int code) {
        return in.fail(Rule.UNKNOWN_SORT, start, "unknown sort " + ByteReader.hex(code));
    }

    ExternName externName() {
        int start = in.position();
        int form = in.u8();
        return switch (form) {
            case 0x00 -> new ExternName(in.name(), ExternName.Form.PLAIN, List.of());
            case 0x01 -> new ExternName(in.name(), ExternName.Form.INTERFACE, List.of());
            case 0x02 ->
                new ExternName(
                        in.name(),
                        ExternName.Form.ATTRIBUTED,
                        in.vector(Limits.NAME_ATTRIBUTES, "the attributes of a name", this::attribute));
            default -> throw in.unknown(Rule.UNKNOWN_NAME_FORM, start, "a name", form);
        };
    }

    private NameAttribute attribute() {
        int start = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x00 -> new NameAttribute.Implements(in.name());
            case 0x01 -> new NameAttribute.VersionSuffix(in.name());
            case 0x02 -> new NameAttribute.ExternalId(in.name());
            default -> throw in.unknown(Rule.UNKNOWN_ATTRIBUTE, start, "a name's attribute", code);
        };
    }

    ExternDesc externDesc() {
        int start = in.position();
        int code = in.u8();
        return switch (code) {
            case 0x00 -> {
                int sort = in.u8();
                if (sort != Sort.CORE_MODULE.code()) {
                    throw in.unknown(Rule.UNKNOWN_EXTERN_KIND, start + 1, "a core import or export", sort);
                }
                yield new ExternDesc.CoreModule(new Index.CoreType(in.u32()));
            }
            case 0x01 -> new ExternDesc.Func(new Index.Type(in.u32()));
            case 0x02 -> new ExternDesc.Value(valType());
            case 0x03 ->
                in.flag(Rule.TYPE_BOUND, "the bound of a type")
                        ? new ExternDesc.SubResource()
                        : new ExternDesc.TypeEq(new Index.Type(in.u32()));
            case 0x04 -> new ExternDesc.Component(new Index.Type(in.u32()));
            case 0x05 -> new ExternDesc.Instance(new Index.Type(in.u32()));
            default -> throw in.unknown(Rule.UNKNOWN_EXTERN_KIND, start, "the type of an import or export", code);
        };
    }
}
