package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.*;
import dev.wasmledger.wit.internal.syntax.WitParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** ANTLR's tree to ours: type definitions, functions and types. */
final class TypeBuilder {

    /** The greatest unsigned 32-bit number: a list's length is one. */
    private static final long MAX_LENGTH = 0xFFFF_FFFFL;

    private final Tokens tokens;
    private final NameBuilder names;
    private final GateBuilder gates;
    private final Diagnostics diagnostics;

    TypeBuilder(Tokens tokens, NameBuilder names, GateBuilder gates, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.names = names;
        this.gates = gates;
        this.diagnostics = diagnostics;
    }

    Typedef typedef(TypedefItemContext context, Gate gate, Optional<Docs> docs) {
        return switch (context) {
            case TypeItemContext type -> new Typedef(names.name(type.id()), gate, docs, new AliasBody(ty(type.ty())));
            case RecordItemContext item ->
                new Typedef(names.name(item.id()), gate, docs, new RecordBody(fields(item.recordField())));
            case FlagsItemContext item ->
                new Typedef(names.name(item.id()), gate, docs, new FlagsBody(labels(item.label())));
            case VariantItemContext item ->
                new Typedef(names.name(item.id()), gate, docs, new VariantBody(cases(item.variantCase())));
            case EnumItemContext item ->
                new Typedef(names.name(item.id()), gate, docs, new EnumBody(labels(item.label())));
            case ResourceItemContext item ->
                new Typedef(names.name(item.id()), gate, docs, new ResourceBody(functions(item.resourceMember())));
            default -> throw TreeBuilder.unknown(context);
        };
    }

    FuncType funcType(FuncTypeContext context) {
        return new FuncType(
                context.ASYNC() != null,
                tokens.span(context.FUNC().getSymbol()),
                parameters(context.paramList()),
                Optional.ofNullable(context.resultList().ty()).map(this::ty));
    }

    private List<Field> fields(List<RecordFieldContext> contexts) {
        List<Field> fields = new ArrayList<>();
        for (RecordFieldContext context : contexts) {
            fields.add(new Field(names.name(context.id()), ty(context.ty()), tokens.docsBefore(context)));
        }
        return fields;
    }

    private List<Label> labels(List<LabelContext> contexts) {
        List<Label> labels = new ArrayList<>();
        for (LabelContext context : contexts) {
            labels.add(new Label(names.name(context.id()), tokens.docsBefore(context)));
        }
        return labels;
    }

    private List<Case> cases(List<VariantCaseContext> contexts) {
        List<Case> cases = new ArrayList<>();
        for (VariantCaseContext context : contexts) {
            Optional<Ty> payload = Optional.ofNullable(context.ty()).map(this::ty);
            cases.add(new Case(names.name(context.id()), payload, tokens.docsBefore(context)));
        }
        return cases;
    }

    private List<ResourceFunc> functions(List<ResourceMemberContext> contexts) {
        List<ResourceFunc> functions = new ArrayList<>();
        for (ResourceMemberContext context : contexts) {
            if (TreeBuilder.isWhole(context)) {
                functions.add(function(context));
            }
        }
        return functions;
    }

    private ResourceFunc function(ResourceMemberContext context) {
        Optional<Docs> docs = tokens.docsBefore(context);
        return switch (context) {
            case ConstructorMemberContext member -> {
                Span span = tokens.span(member.CONSTRUCTOR().getSymbol());
                Optional<Ty> result =
                        Optional.ofNullable(member.resultList().ty()).map(this::ty);
                var type = new FuncType(false, span, parameters(member.paramList()), result);
                var name = new Name("constructor", span);
                yield new ResourceFunc(ResourceFuncKind.CONSTRUCTOR, name, gates.gate(member.gate()), docs, type);
            }
            case FunctionMemberContext member -> {
                var kind = member.STATIC() == null ? ResourceFuncKind.METHOD : ResourceFuncKind.STATIC;
                Gate gate = gates.gate(member.gate());
                yield new ResourceFunc(kind, names.name(member.id()), gate, docs, funcType(member.funcType()));
            }
            default -> throw TreeBuilder.unknown(context);
        };
    }

    private List<Parameter> parameters(ParamListContext context) {
        List<Parameter> parameters = new ArrayList<>();
        for (NamedTypeContext parameter : context.namedType()) {
            parameters.add(new Parameter(names.name(parameter.id()), ty(parameter.ty())));
        }
        return parameters;
    }

    private Ty ty(TyContext context) {
        Span keyword = tokens.span(context.getStart());
        return switch (context) {
            case PrimitiveTypeContext type -> new PrimitiveTy(primitive(type.primitive), keyword);
            case TupleTypeContext type ->
                new TupleTy(type.ty().stream().map(this::ty).toList(), keyword);
            case ListTypeContext type ->
                type.INTEGER() == null
                        ? new ListTy(ty(type.ty()), keyword)
                        : new FixedListTy(ty(type.ty()), length(type.INTEGER().getSymbol()), keyword);
            case OptionTypeContext type -> new OptionTy(ty(type.ty()), keyword);
            case ResultTypeContext type ->
                new ResultTy(
                        Optional.ofNullable(type.ok).map(this::ty),
                        Optional.ofNullable(type.err).map(this::ty),
                        keyword);
            case MapTypeContext type -> new MapTy(ty(type.key), ty(type.value), keyword);
            case FutureTypeContext type ->
                new FutureTy(Optional.ofNullable(type.ty()).map(this::ty), keyword);
            case StreamTypeContext type ->
                new StreamTy(Optional.ofNullable(type.ty()).map(this::ty), keyword);
            case OwnTypeContext type -> new OwnTy(names.name(type.id()));
            case BorrowTypeContext type -> new BorrowTy(names.name(type.id()));
            case NameTypeContext type -> new NameTy(names.name(type.id()));
            default -> throw TreeBuilder.unknown(context);
        };
    }

    private static Type.Primitive primitive(Token token) {
        return switch (token.getType()) {
            case WitParser.BOOL -> Type.Primitive.BOOL;
            case WitParser.U8 -> Type.Primitive.U8;
            case WitParser.U16 -> Type.Primitive.U16;
            case WitParser.U32 -> Type.Primitive.U32;
            case WitParser.U64 -> Type.Primitive.U64;
            case WitParser.S8 -> Type.Primitive.S8;
            case WitParser.S16 -> Type.Primitive.S16;
            case WitParser.S32 -> Type.Primitive.S32;
            case WitParser.S64 -> Type.Primitive.S64;
            case WitParser.F32 -> Type.Primitive.F32;
            case WitParser.F64 -> Type.Primitive.F64;
            case WitParser.CHAR -> Type.Primitive.CHAR;
            case WitParser.STRING_TYPE -> Type.Primitive.STRING;
            case WitParser.ERROR_CONTEXT -> Type.Primitive.ERROR_CONTEXT;
            default -> throw new IllegalStateException("no primitive type: " + token);
        };
    }

    private long length(Token token) {
        Span span = tokens.span(token);
        String digits = span.text().replaceFirst("^0+(?=.)", "");
        long length = digits.length() > 10 ? Long.MAX_VALUE : Long.parseLong(digits);
        if (length == 0 || length > MAX_LENGTH) {
            diagnostics.error(Problem.LIST_LENGTH, span, "a list's length must lie between 1 and " + MAX_LENGTH);
        }
        return length;
    }
}
