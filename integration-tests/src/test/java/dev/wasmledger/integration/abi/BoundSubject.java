package dev.wasmledger.integration.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.bindgen.Bindgen;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.abi.ExportBinder;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.wit.ResolvedWit;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The subject's functions through bindings that were generated and compiled for it. */
final class BoundSubject implements AutoCloseable {

    private final URLClassLoader loader;
    private final Class<?> subject;
    private final Object bound;

    private BoundSubject(URLClassLoader loader, Class<?> subject, Object bound) {
        this.loader = loader;
        this.subject = subject;
        this.bound = bound;
    }

    /** Generates, compiles and binds. */
    static BoundSubject of(ResolvedWit wit, Instance instance, Path folder) throws Exception {
        List<GeneratedFile> files = Bindgen.generate(BindgenRequest.host(wit, "differential"));
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        new OutputDirectory(sources).write(files);
        compile(files, sources, classes);
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, BoundSubject.class.getClassLoader());
        Class<?> subject = loader.loadClass("differential.test.abi.subject.Subject");
        Object bound =
                subject.getMethod("bind", ExportBinder.class, String.class).invoke(null, instance, EchoGuest.SUBJECT);
        return new BoundSubject(loader, subject, bound);
    }

    private static void compile(List<GeneratedFile> files, Path sources, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        List<String> options = List.of(
                "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(
                    files.stream().map(file -> sources.resolve(file.path())).toList());
            assertThat(compiler.getTask(said, manager, null, options, null, units)
                            .call())
                    .as("%s", said)
                    .isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Val echo(int index, ValType type, Val value) {
        Method method = method("echo" + index);
        Type java = method.getGenericParameterTypes()[0];
        return call(method, type, BoundValues.toJava(value, type, java));
    }

    Val give(int index, ValType type) {
        return call(method("give" + index), type);
    }

    private Val call(Method method, ValType type, Object... arguments) {
        try {
            return BoundValues.toVal(method.invoke(bound, arguments), type, method.getGenericReturnType());
        } catch (InvocationTargetException e) {
            throw new AssertionError(method.getName(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private Method method(String name) {
        return Arrays.stream(subject.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
