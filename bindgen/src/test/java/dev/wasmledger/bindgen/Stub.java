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
        List<String> interfaces = new ArrayList<>();
        Set<String> methods = new TreeSet<>();
        for (GeneratedFile file : withoutGlue) {
            String className = file.path().replace(".java", "").replace('/', '.');
            Class<?> type = className.endsWith("package-info") ? Object.class : load(className, classes);
            if (type.isInterface() && !type.isSealed()) {
                interfaces.add(className);
                Arrays.stream(type.getMethods())
                        .filter(method -> Modifier.isAbstract(method.getModifiers()))
                        .map(Stub::method)
                        .forEach(methods::add);
            }
        }
        int dot = name.lastIndexOf('.');
        String text = "package " + name.substring(0, dot) + ";\n\npublic final class " + name.substring(dot + 1)
                + (interfaces.isEmpty() ? "" : " implements " + String.join(", ", interfaces)) + " {\n"
                + String.join("", methods) + "}\n";
        return new GeneratedFile(name.replace('.', '/') + ".java", text);
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
