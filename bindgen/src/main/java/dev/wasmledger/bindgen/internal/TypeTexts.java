package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The types of functions as constant expressions that give {@link TypeText}. Such a text repeats every type that it is
 * made of, so a type with a name and a long text has a constant, and the others are put together from these.
 */
final class TypeTexts {

    /** A text that is no longer stands where it is used. */
    private static final int SHORT = 32;

    /** Where a literal is broken, if it can be. */
    private static final int LINE = 80;

    private final Model model;
    private final AbiClasses classes;
    private final WitTypes witTypes;

    TypeTexts(Model model, AbiClasses classes) {
        this.model = model;
        this.classes = classes;
        this.witTypes = new WitTypes(model.wit);
    }

    CodeBlock of(WitFunction function) {
        Set<TypeId> parts = new LinkedHashSet<>();
        function.parameters().forEach(parameter -> collect(parameter.type(), parts));
        function.result().ifPresent(result -> collect(result, parts));
        return expression(TypeText.of(model.wit, function), parts);
    }

    /** The names of the types that a type is directly made of. */
    private void collect(Type type, Set<TypeId> names) {
        switch (model.canonical(type)) {
            case Type.Named(TypeId id) -> names.add(id);
            case Type.ListOf(Type element) -> collect(element, names);
            case Type.Option(Type some) -> collect(some, names);
            case Type.Result(Optional<Type> ok, Optional<Type> err) -> {
                ok.ifPresent(t -> collect(t, names));
                err.ifPresent(t -> collect(t, names));
            }
            case Type.Tuple(List<Type> elements) -> elements.forEach(t -> collect(t, names));
            case Type.FixedList(Type element, long length) -> collect(element, names);
            case Type.MapOf(Type key, Type value) -> collect(value, names);
            default -> {}
        }
    }

    private Set<TypeId> partsOf(TypeId id) {
        Set<TypeId> parts = new LinkedHashSet<>();
        switch (model.wit.get(id).kind()) {
            case TypeDefKind.RecordKind(var fields) -> fields.forEach(field -> collect(field.type(), parts));
            case TypeDefKind.VariantKind(var cases) ->
                cases.forEach(c -> c.payload().ifPresent(payload -> collect(payload, parts)));
            default -> {}
        }
        return parts;
    }

    private String text(TypeId id) {
        return TypeText.of(witTypes.valType(new Type.Named(id)));
    }

    /** A constant expression of a text in which the texts of these types are named, longest first. */
    private CodeBlock expression(String text, Set<TypeId> parts) {
        List<TypeId> longest = parts.stream()
                .filter(id -> text(id).length() > SHORT)
                .sorted(Comparator.comparingInt((TypeId id) -> -text(id).length()))
                .toList();
        List<CodeBlock> operands = new ArrayList<>();
        addOperands(text, longest, operands);
        return CodeBlock.join(operands, "$W+ ");
    }

    private static CodeBlock onLinesOfItsOwn(CodeBlock expression) {
        return expression.toString().length() <= SHORT ? expression : CodeBlock.of("\n$>$>$L$<$<", expression);
    }

    private void addOperands(String text, List<TypeId> parts, List<CodeBlock> operands) {
        if (text.isEmpty()) {
            return;
        }
        for (TypeId part : parts) {
            int at = text.indexOf(text(part));
            if (at >= 0) {
                addOperands(text.substring(0, at), parts, operands);
                operands.add(constant(part));
                addOperands(text.substring(at + text(part).length()), parts, operands);
                return;
            }
        }
        String rest = text;
        while (rest.length() > LINE && rest.indexOf(' ') >= 0) {
            int before = rest.lastIndexOf(' ', LINE);
            int end = (before >= 0 ? before : rest.indexOf(' ')) + 1;
            operands.add(CodeBlock.of("$S", rest.substring(0, end)));
            rest = rest.substring(end);
        }
        if (!rest.isEmpty()) {
            operands.add(CodeBlock.of("$S", rest));
        }
    }

    private CodeBlock constant(TypeId id) {
        AbiClass home = classes.of(model.wit.get(id).owner());
        String wanted = JavaNames.upperSnakeOfCamel(model.symbols.type(id).simpleName()) + "_TYPE";
        String name = home.constant(
                List.of("type", id),
                wanted,
                field -> FieldSpec.builder(String.class, field, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer(onLinesOfItsOwn(expression(text(id), partsOf(id))))
                        .build());
        return CodeBlock.of("$T.$L", home.name, name);
    }
}
