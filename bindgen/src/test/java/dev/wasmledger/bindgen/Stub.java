package dev.wasmledger.bindgen;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A class that implements the interfaces of a guest's exports, so that the glue which calls it can be compiled. */
final class Stub {

    private Stub() {}

    /**
     * Writes it.
     *
     * @param name its full name
     * @param withoutGlue the bindings of the same world without an implementation, which have the interfaces
     * @param classes their compiled classes
     */
    static GeneratedFile of(String name, List<GeneratedFile> withoutGlue, ClassLoader classes) {
        List<Class<?>> interfaces = withoutGlue.stream()
                .map(file -> file.path().replace(".java", "").replace('/', '.'))
                .filter(className -> !className.endsWith("package-info"))
                .<Class<?>>map(className -> load(className, classes))
                .filter(type -> type.isInterface()
                        && !type.isAnnotation()
                        && !type.isSealed()
                        && !AutoCloseable.class.isAssignableFrom(type))
                .toList();
        List<Class<?>> implemented = interfaces.stream()
                .filter(type -> asksFor(type, interfaces))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(interfaces);
        Set<String> methods = new TreeSet<>();
        implemented.forEach(type -> Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Stub::method)
                .forEach(methods::add));
        int dot = name.lastIndexOf('.');
        String text = "package " + name.substring(0, dot) + ";\n\n" + suppression(withoutGlue) + "public final class "
                + name.substring(dot + 1)
                + (implemented.isEmpty() ? "" : " implements ")
                + implemented.stream().map(Class::getName).collect(Collectors.joining(", ")) + " {\n"
                + String.join("", methods) + "}\n";
        return new GeneratedFile(name.replace('.', '/') + ".java", text);
    }

    /** Users are warned of what is deprecated; who implements all of it has no choice. */
    private static String suppression(List<GeneratedFile> bindings) {
        boolean deprecated = bindings.stream().anyMatch(file -> file.content().contains("@Deprecated("));
        return deprecated ? "@SuppressWarnings(\"deprecation\")\n" : "";
    }

    /** Whether it is a world's interface, which asks for an object for each of the others. */
    private static boolean asksFor(Class<?> type, List<Class<?>> interfaces) {
        return type.getMethods().length > 0
                && Arrays.stream(type.getMethods())
                        .allMatch(method ->
                                interfaces.contains(method.getReturnType()) && method.getParameterCount() == 0);
    }

    private static Class<?> load(String name, ClassLoader classes) {
        try {
            return classes.loadClass(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String method(Method method) {
        Type[] parameters = method.getGenericParameterTypes();
        List<String> declared = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            declared.add(text(parameters[i]) + " p" + i);
        }
        String thrown =
                Arrays.stream(method.getGenericExceptionTypes()).map(Stub::text).collect(Collectors.joining(", "));
        return "    @Override\n    public " + text(method.getGenericReturnType()) + " " + method.getName()
                + "(\n            "
                + String.join(",\n            ", declared) + ")"
                + (thrown.isEmpty() ? "" : "\n            throws " + thrown)
                + " {\n        throw new IllegalStateException();\n    }\n";
    }

    private static String text(Type type) {
        return type.getTypeName().replace('$', '.');
    }
}
