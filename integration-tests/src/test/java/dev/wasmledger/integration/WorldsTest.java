package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.bindgen.Bindgen;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.guest.teavm.CompileRequest;
import dev.wasmledger.guest.teavm.GuestCompileException;
import dev.wasmledger.guest.teavm.TeaVmCompiler;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Host and guests on generated bindings say the same, whatever language the guest is in. A folder a world: {@code
 * world.wit}; {@code Guest.java}, {@code guest.c} and {@code guest.rs}, each of which implements what the world exports
 * and is compiled to a component; {@code Host.java}, which is given the component and checks what it does.
 *
 * <p>With a {@code Maker.java} and a {@code maker.rs}, two components are put together: it implements the world {@code
 * maker}, which exports what the guest imports, and the whole is of the world {@code together}. Where there is a {@code
 * return-results.txt}, functions in Java return results and throw nothing. Neither is there in C.
 */
class WorldsTest {

    private static final Path WORLDS = Path.of("src/test/resources/worlds");
    private static final int JAVA_HEAP = 4 << 20;

    @TempDir
    private Path folder;

    @TempDir
    private static Path hosts;

    private static final Map<String, Path> HOST_CLASSES = new HashMap<>();

    static Stream<Arguments> guests() throws IOException {
        List<Arguments> guests = new ArrayList<>();
        try (Stream<Path> folders = Files.list(WORLDS)) {
            for (Path world : folders.sorted().toList()) {
                guests.add(Arguments.of(world.getFileName().toString(), "Guest.java"));
                guests.add(Arguments.of(world.getFileName().toString(), "guest.rs"));
                if (!returnsResults(world) && !hasMaker(world)) {
                    guests.add(Arguments.of(world.getFileName().toString(), "guest.c"));
                }
            }
        }
        return guests.stream();
    }

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource("guests")
    void hostAndGuestAgree(String name, String source) throws Exception {
        Path world = WORLDS.resolve(name);
        ResolvedWit wit =
                new WitLoader().path(world.resolve("world.wit")).load().orThrow();
        WorldId id = wit.get(wit.root()).worlds().firstEntry().getValue();

        Component component =
                Component.load(hasMaker(world) ? together(world, source, wit, id) : guest(world, source, wit, id));

        Path classes = hostClasses(name, wit);
        try (var loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            @SuppressWarnings("unchecked")
            Consumer<Component> host = (Consumer<Component>)
                    loader.loadClass("host.Host").getConstructor().newInstance();
            host.accept(component);
        }
    }

    /** The host is the same for all guests, and compiled once. */
    private static Path hostClasses(String name, ResolvedWit wit) throws IOException {
        Path known = HOST_CLASSES.get(name);
        if (known != null) {
            return known;
        }
        Path classes = compile(
                hosts.resolve(name),
                "host",
                WORLDS.resolve(name).resolve("Host.java"),
                Bindgen.generate(
                        BindgenRequest.host(wit, "host").returningResults(returnsResults(WORLDS.resolve(name)))));
        HOST_CLASSES.put(name, classes);
        return classes;
    }

    private static boolean returnsResults(Path world) {
        return Files.exists(world.resolve("return-results.txt"));
    }

    private static boolean hasMaker(Path world) {
        return Files.exists(world.resolve("Maker.java"));
    }

    /** The guest, plugged into a maker in its own language. */
    private byte[] together(Path world, String source, ResolvedWit wit, WorldId id)
            throws IOException, GuestCompileException {
        WorldId maker = wit.findWorld("maker").orElseThrow();
        WorldId together = wit.findWorld("together").orElseThrow();
        return Plugged.into(
                guest(world, source.replace("Guest", "Maker").replace("guest", "maker"), wit, maker),
                guest(world, source, wit, id),
                wit.keyName(wit.get(maker).exports().firstEntry().getKey()),
                wit.keyName(wit.get(together).exports().firstEntry().getKey()));
    }

    private byte[] guest(Path world, String source, ResolvedWit wit, WorldId id)
            throws IOException, GuestCompileException {
        Path file = world.resolve(source);
        String stem = source.substring(0, source.indexOf('.'));
        return switch (source.substring(source.indexOf('.'))) {
            case ".c" -> CGuest.build(file, wit, id, folder.resolve(stem));
            case ".rs" -> RustGuest.build(file, wit, id, folder.resolve(stem));
            default -> javaGuest(world, stem, wit, id);
        };
    }

    private byte[] javaGuest(Path world, String className, ResolvedWit wit, WorldId id)
            throws IOException, GuestCompileException {
        String side = className.toLowerCase(Locale.ROOT);
        BindgenRequest request = BindgenRequest.guest(wit, id, side, side + "." + className);
        Path classes = compile(
                folder,
                side,
                world.resolve(className + ".java"),
                Bindgen.generate(request.returningResults(returnsResults(world))));
        byte[] module = TeaVmCompiler.compile(new CompileRequest(classes, List.of(), JAVA_HEAP));
        return Componentizer.componentize(side, module, wit, id);
    }

    /** Compiles bindings, and the class that uses them, and gives the folder of the classes. */
    private static Path compile(Path folder, String side, Path own, List<GeneratedFile> files) throws IOException {
        Path sources = folder.resolve(side);
        Path classes = folder.resolve(side + "-classes");
        new OutputDirectory(sources).write(files);
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "21",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                own.toString()));
        files.forEach(file -> arguments.add(sources.resolve(file.path()).toString()));
        var said = new StringWriter();
        var out = new PrintWriter(said);
        ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(said.toString()).as("%s's %s", own, side).isEmpty();
        return classes;
    }
}
