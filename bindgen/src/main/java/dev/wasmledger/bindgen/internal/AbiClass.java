package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** A class of static methods that lift and lower; it gets a method the first time that one is asked for. */
final class AbiClass {

    final ClassName name;
    private final String about;
    private final UniqueNames methodNames = UniqueNames.ofMembers();
    private final UniqueNames fieldNames = UniqueNames.ofMembers();
    private final Map<Object, String> namesByKey = new LinkedHashMap<>();
    private final Map<String, MethodSpec> methods = new LinkedHashMap<>();
    private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
    private boolean visible;

    /**
     * @param name the class
     * @param about what the types belong to, for its Javadoc
     */
    AbiClass(ClassName name, String about) {
        this.name = name;
        this.about = about;
    }

    /**
     * The name of a method; it is written if it is not there yet.
     *
     * @param key what tells it from others
     * @param visible whether other packages call it
     */
    String method(Object key, String wanted, boolean visible, Function<MethodSpec.Builder, MethodSpec> writer) {
        String known = namesByKey.get(key);
        if (known != null) {
            return known;
        }
        String method = methodNames.take(wanted);
        namesByKey.put(key, method);
        MethodSpec.Builder builder = MethodSpec.methodBuilder(method);
        if (visible) {
            this.visible = true;
            builder.addModifiers(Modifier.PUBLIC);
        }
        // Keeps its place before those that its body asks for.
        methods.put(method, builder.build());
        methods.put(method, writer.apply(builder.addModifiers(Modifier.STATIC)));
        return method;
    }

    /** The name of a constant; it is written if it is not there yet. */
    String constant(Object key, String wanted, Function<String, FieldSpec> writer) {
        String known = namesByKey.get(key);
        if (known != null) {
            return known;
        }
        String field = fieldNames.take(wanted);
        namesByKey.put(key, field);
        FieldSpec constant = writer.apply(field);
        visible |= constant.modifiers().contains(Modifier.PUBLIC);
        fields.put(field, constant);
        return field;
    }

    /** The class, unless nothing was asked of it. */
    Optional<TypeSpec> build() {
        if (methods.isEmpty() && fields.isEmpty()) {
            return Optional.empty();
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(name);
        if (visible) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addModifiers(Modifier.FINAL)
                .addJavadoc("$L", "Lifts and lowers the types of " + about + ".")
                .addFields(fields.values().stream()
                        .sorted(Comparator.comparing(field -> !field.modifiers().contains(Modifier.PUBLIC)))
                        .toList())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethods(methods.values());
        return Optional.of(type.build());
    }
}
