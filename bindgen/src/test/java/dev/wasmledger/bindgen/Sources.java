package dev.wasmledger.bindgen;

import dev.wasmledger.guest.Memory;
import dev.wasmledger.runtime.abi.LinearMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.teavm.interop.Export;

/** Compiles generated sources as strictly as a user may. */
final class Sources {

    /** What generated code is compiled against, host's and guest's, and probes against. */
    private static final List<Class<?>> LIBRARIES =
            List.of(NullMarked.class, LinearMemory.class, Memory.class, Export.class, Sources.class, Assertions.class);

    /** What a guest has, which knows nothing of hosts. */
    private static final List<Class<?>> GUEST_LIBRARIES = List.of(NullMarked.class, Memory.class, Export.class);

    private Sources() {}

    /** Compiles with {@code -Xlint:all -Werror} and gives what the compiler has to say; empty where it is content. */
    static List<String> compile(List<GeneratedFile> files, Path classes) {
        return compile(files, classes, LIBRARIES);
    }

    /** The same with nothing of a host on the class path. */
    static List<String> compileGuest(List<GeneratedFile> files, Path classes) {
        return compile(files, classes, GUEST_LIBRARIES);
    }

    private static List<String> compile(List<GeneratedFile> files, Path classes, List<Class<?>> libraries) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                "21",
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-Xmaxerrs",
                "10000",
                "-Xmaxwarns",
                "10000",
                "-cp",
                classPath(libraries),
                "-d",
                classes.toString());
        List<SourceFile> units = files.stream().map(SourceFile::new).toList();
        boolean ok = compiler.getTask(null, null, said, options, null, units).call();
        List<String> messages = said.getDiagnostics().stream()
                .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
                .map(d -> (d.getSource() == null ? "" : d.getSource().getName() + ":" + d.getLineNumber() + ": ")
                        + d.getMessage(Locale.ROOT))
                .toList();
        return ok && messages.isEmpty() ? List.of() : messages;
    }

    /** A loader of compiled sources, with the libraries that they use. */
    static URLClassLoader loader(Path classes) {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, Sources.class.getClassLoader());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Runs the javadoc tool as strictly; gives what it has to say. */
    static String javadoc(List<GeneratedFile> files, Path folder) throws IOException {
        Path sources = folder.resolve("sources");
        new OutputDirectory(sources).write(files);
        List<String> arguments = new ArrayList<>(List.of(
                "-quiet",
                "-Xdoclint:all,-missing",
                "-Werror",
                "-package",
                "-cp",
                classPath(LIBRARIES),
                "-d",
                folder.resolve("javadoc").toString()));
        files.forEach(file -> arguments.add(sources.resolve(file.path()).toString()));
        var out = new java.io.StringWriter();
        var writer = new java.io.PrintWriter(out);
        int code = java.util.spi.ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        return code == 0 && out.toString().isBlank() ? "" : "javadoc said " + code + ":\n" + out;
    }

    private static String classPath(List<Class<?>> libraries) {
        return libraries.stream().map(Sources::location).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Generated lines that are too long, with their places; the address of a link cannot be broken. */
    static List<String> tooLong(List<GeneratedFile> files) {
        return files.stream()
                .filter(file -> !file.path().endsWith("/Stub.java"))
                .flatMap(file -> Arrays.stream(file.content().split("\n", -1))
                        .filter(line -> line.length() > 120 && !line.strip().startsWith("* href="))
                        .map(line -> file.path() + ": " + line))
                .toList();
    }

    static List<GeneratedFile> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .sorted()
                    .map(path ->
                            new GeneratedFile(folder.relativize(path).toString().replace('\\', '/'), text(path)))
                    .toList();
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class SourceFile extends SimpleJavaFileObject {

        private final GeneratedFile file;

        SourceFile(GeneratedFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.content();
        }
    }
}
