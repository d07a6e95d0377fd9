package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The Java types of WIT's records, variants, enums and flags: the same source for hosts and guests. */
final class ValueTypes {

    private final Model model;

    ValueTypes(Model model) {
        this.model = model;
    }

    /** The class of a type that is defined, not an alias. */
    TypeSpec type(TypeId id) {
        TypeDef definition = model.wit.get(id);
        ClassName name = model.symbols.type(id);
        Docs docs = Docs.of(definition.docs(), definition.stability());
        return switch (definition.kind()) {
            case TypeDefKind.RecordKind(var fields) -> record(name, docs, fields);
            case TypeDefKind.VariantKind(var cases) -> variant(name, docs, cases, id);
            case TypeDefKind.EnumKind(var cases) -> enumeration(name, docs, cases);
            case TypeDefKind.FlagsKind(var flags) -> flags(name, docs, flags, id);
            case TypeDefKind.ResourceKind resource -> throw new IllegalStateException("a resource is no value");
            case TypeDefKind.AliasKind alias -> throw new IllegalStateException("an alias has no class");
        };
    }

    private TypeSpec record(ClassName name, Docs docs, List<TypeDefKind.Field> fields) {
        List<String> components =
                Symbols.components(fields.stream().map(TypeDefKind.Field::name).toList());
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (int i = 0; i < fields.size(); i++) {
            TypeDefKind.Field field = fields.get(i);
            constructor.addParameter(model.javaType(field.type()), components.get(i));
            docs.tag("@param " + components.get(i), field.docs(), model.remark(field.type()));
        }
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(docs.annotations(model))
                .addJavadoc(javadoc(docs))
                .recordConstructor(constructor.build())
                .build();
    }

    private TypeSpec variant(ClassName name, Docs docs, List<TypeDefKind.Case> cases, TypeId id) {
        var sum = (Shape.Sum) model.shape(new Type.Named(id));
        TypeSpec.Builder variant = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addAnnotations(docs.annotations(model))
                .addJavadoc(javadoc(docs));
        for (int i = 0; i < cases.size(); i++) {
            Shape.Alternative alternative = sum.alternatives().get(i);
            Docs caseDocs = Docs.of(cases.get(i).docs());
            MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
            alternative.payload().ifPresent(payload -> {
                constructor.addParameter(model.javaType(payload), "value");
                caseDocs.tag("@param value", Optional.empty(), model.remark(payload));
            });
            variant.addType(TypeSpec.recordBuilder((ClassName) alternative.javaType())
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc(javadoc(caseDocs))
                    .recordConstructor(constructor.build())
                    .addSuperinterface(name)
                    .build());
        }
        return variant.build();
    }

    private TypeSpec enumeration(ClassName name, Docs docs, List<TypeDefKind.Label> cases) {
        TypeSpec.Builder enumeration = TypeSpec.enumBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(docs.annotations(model))
                .addJavadoc(javadoc(docs));
        List<String> constants =
                Symbols.constants(cases.stream().map(TypeDefKind.Label::name).toList(), Set.of());
        for (int i = 0; i < cases.size(); i++) {
            enumeration.addEnumConstant(
                    constants.get(i),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc(javadoc(Docs.of(cases.get(i).docs())))
                            .build());
        }
        return enumeration.build();
    }

    private TypeSpec flags(ClassName name, Docs docs, List<TypeDefKind.Label> flags, TypeId id) {
        var bits = (Shape.Bits) model.shape(new Type.Named(id));
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(docs.annotations(model))
                .addJavadoc(javadoc(docs.tag(
                        "@param bits", Optional.of("one bit for each flag, the first one lowest"), Optional.empty())));
        type.addField(constant(name, "NONE", "0", Docs.of(Optional.of("No flag at all."))));
        List<String> constants =
                Symbols.constants(flags.stream().map(TypeDefKind.Label::name).toList(), Set.of("NONE"));
        for (int i = 0; i < flags.size(); i++) {
            type.addField(constant(
                    name, constants.get(i), "1 << " + i, Docs.of(flags.get(i).docs())));
        }
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(TypeName.INT, "bits");
        type.recordConstructor(constructor.build());
        if (bits.count() < 32) {
            type.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .beginControlFlow("if ((bits & ~$L) != 0)", hex(bits.mask()))
                    .addStatement("throw new $T($S + bits)", IllegalArgumentException.class, "bits without a flag: ")
                    .endControlFlow()
                    .build());
        }
        return type.addMethod(flagsMethod(name, "contains", "Whether all of these flags are among the present ones.")
                        .returns(TypeName.BOOLEAN)
                        .addStatement("return (bits & flags.bits) == flags.bits")
                        .build())
                .addMethod(flagsMethod(name, "with", "The present flags and these.")
                        .returns(name)
                        .addStatement("return new $T(bits | flags.bits)", name)
                        .build())
                .addMethod(flagsMethod(name, "without", "The present flags except these.")
                        .returns(name)
                        .addStatement("return new $T(bits & ~flags.bits)", name)
                        .build())
                .build();
    }

    private static FieldSpec constant(ClassName type, String name, String bits, Docs docs) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T($L)", type, bits)
                .addJavadoc(javadoc(docs))
                .build();
    }

    private static MethodSpec.Builder flagsMethod(ClassName type, String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .addParameter(type, "flags");
    }

    /** The exception that carries an error of a function's result. */
    static TypeSpec exception(ClassName name, Optional<TypeName> error) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Exception.class)
                .addJavadoc(error.isPresent() ? "A function failed; {@link #error} says how." : "A function failed.")
                .addField(FieldSpec.builder(
                                TypeName.LONG, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1L")
                        .build());
        error.ifPresent(t -> type.addField(t, "error", Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(t, "error")
                        .addStatement("super($T.valueOf(error))", String.class)
                        .addStatement("this.error = error")
                        .build())
                .addMethod(MethodSpec.methodBuilder("error")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(t)
                        .addJavadoc("How it failed.")
                        .addStatement("return error")
                        .build()));
        return type.build();
    }

    static String hex(int mask) {
        return "0x" + Integer.toHexString(mask);
    }

    static CodeBlock javadoc(Docs docs) {
        String text = docs.javadoc();
        return text.isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L", text);
    }
}
