package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wasmledger.wit.TypeId;
import javax.lang.model.element.Modifier;

/**
 * In a guest, the classes that know a resource's handles: one implements its Java interface for what was made outside, one
 * has the objects that were made inside.
 */
final class GuestResources {

    private static final ClassName HANDLE = Library.GUEST.type("Handle");
    private static final ClassName TABLE = Library.GUEST.type("ObjectTable");

    private final Model model;
    private final Functions functions;

    GuestResources(Model model, Functions functions) {
        this.model = model;
        this.functions = functions;
    }

    static ClassName importedClass(Symbols symbols, Binding binding, TypeId resource) {
        return symbols.handles(binding.home(), resource, "Handle");
    }

    static ClassName exportedClass(Symbols symbols, Binding binding, TypeId resource) {
        return symbols.handles(binding.home(), resource, "Table");
    }

    /** Implements a resource that was made outside. */
    TypeSpec imported(Binding binding, TypeId resource) {
        ClassName name = importedClass(model.symbols, binding, resource);
        ClassName type = model.symbols.type(resource);
        String witName = model.wit.get(resource).name();
        TypeSpec.Builder handle = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("A {@code $L} that was made outside.", witName)
                .addSuperinterface(type)
                .addField(HANDLE, "handle", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(TypeName.INT, "handle")
                        .addStatement("this.handle = new $T(handle)", HANDLE)
                        .build())
                .addMethod(lifting("liftOwn", type, "handle")
                        .addStatement("return new $T(handle)", name)
                        .build())
                .addMethod(lifting("liftBorrow", type, "handle")
                        .addStatement("$T lent = new $T(handle)", name, name)
                        .addStatement("$T.add(lent::close)", GuestDialect.BORROWS)
                        .addStatement("return lent")
                        .build())
                .addMethod(lowering("lowerOwn", type)
                        .addStatement("return handleOf(value).give()")
                        .build())
                .addMethod(lowering("lowerBorrow", type)
                        .addStatement("return handleOf(value).lend()")
                        .build())
                .addMethod(handleOf(name, type, witName));
        ClassName imports = GuestImports.className(model.symbols, binding);
        binding.methodsOf(resource)
                .forEach(function -> handle.addMethod(functions.delegating(function, CodeBlock.of("$T", imports))));
        return handle.addMethod(MethodSpec.methodBuilder("close")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .beginControlFlow("if (handle.isHeld())")
                        .addStatement("Core.drop(handle.give())")
                        .endControlFlow()
                        .build())
                .addType(core(name)
                        .addMethod(coreFunction("drop", binding.name(), "[resource-drop]" + witName, "handle")
                                .build())
                        .build())
                .build();
    }

    private static MethodSpec handleOf(ClassName name, ClassName type, String witName) {
        return MethodSpec.methodBuilder("handleOf")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(type, "value")
                .returns(HANDLE)
                .beginControlFlow("if (value instanceof $T outside)", name)
                .addStatement("return outside.handle")
                .endControlFlow()
                .addStatement(
                        "throw new $T($S)", IllegalArgumentException.class, "this " + witName + " was not made outside")
                .build();
    }

    /** Holds what was made inside. */
    TypeSpec exported(Binding binding, TypeId resource) {
        ClassName name = exportedClass(model.symbols, binding, resource);
        ClassName type = model.symbols.type(resource);
        String witName = model.wit.get(resource).name();
        String module = "[export]" + binding.name();
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Each {@code $L} that was made inside, by the number that stands for it outside.", witName)
                .addField(FieldSpec.builder(
                                ParameterizedTypeName.get(TABLE, type),
                                "OBJECTS",
                                Modifier.PRIVATE,
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer("new $T<>()", TABLE)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(lifting("liftOwn", type, "handle")
                        .addStatement("$T object = OBJECTS.remove(Core.representation(handle))", type)
                        .addStatement("Core.drop(handle)")
                        .addStatement("return object")
                        .build())
                .addMethod(lifting("liftBorrow", type, "representation")
                        .addStatement("return OBJECTS.get(representation)")
                        .build())
                .addMethod(lowering("lowerOwn", type)
                        .addStatement("return Core.make(OBJECTS.add(value))")
                        .build())
                .addMethod(GuestExports.export(binding.name() + "#[dtor]" + witName, "destroy")
                        .addParameter(TypeName.INT, "representation")
                        .beginControlFlow("if (OBJECTS.has(representation))")
                        .addStatement("OBJECTS.remove(representation).close()")
                        .endControlFlow()
                        .build())
                .addType(core(name)
                        .addMethod(coreFunction("make", module, "[resource-new]" + witName, "representation")
                                .returns(TypeName.INT)
                                .build())
                        .addMethod(coreFunction("representation", module, "[resource-rep]" + witName, "handle")
                                .returns(TypeName.INT)
                                .build())
                        .addMethod(coreFunction("drop", module, "[resource-drop]" + witName, "handle")
                                .build())
                        .build())
                .build();
    }

    private static MethodSpec.Builder lifting(String name, ClassName type, String parameter) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(TypeName.INT, parameter)
                .returns(type);
    }

    private static MethodSpec.Builder lowering(String name, ClassName type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(type, "value")
                .returns(TypeName.INT);
    }

    private static TypeSpec.Builder core(ClassName name) {
        return TypeSpec.classBuilder(name.nestedClass("Core"))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The core functions for handles.");
    }

    private static MethodSpec.Builder coreFunction(String method, String module, String name, String parameter) {
        return MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.STATIC, Modifier.NATIVE)
                .addAnnotation(AnnotationSpec.builder(GuestImports.IMPORT)
                        .addMember("module", "$S", module)
                        .addMember("name", "$S", name)
                        .build())
                .addParameter(TypeName.INT, parameter);
    }
}
