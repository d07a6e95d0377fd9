package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.CodeCache;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Loading;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/**
 * HotSpot never compiles a JVM method that is longer than its {@code HugeMethodLimit}. {@code never-compiled.csv} says how
 * many functions of each guest that ships are; whoever makes one shorter takes it off, and none may be added.
 */
class FunctionSizesTest {

    private static final int HUGE_METHOD_LIMIT = 8000;
    private static final int DIGEST_BYTES = 32;
    private static final String LIST = "/never-compiled.csv";
    private static final String COMPONENTS = "/META-INF/wasmledger/components/wasmledger/";

    @TempDir
    private static Path caches;

    /** In a process of its own: this one may have compiled some of them before, and would not again. */
    @BeforeAll
    static void compile() {
        Command.Result compiled = Command.run(
                caches,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GuestCompiler.class.getName(),
                        caches.toString()));
        assertThat(compiled.exitCode()).as(compiled.errors()).isZero();
    }

    /** Compiles each guest that ships into a cache of its name. */
    static final class GuestCompiler {

        private GuestCompiler() {}

        public static void main(String[] arguments) throws IOException {
            for (String guest : guests()) {
                CodeCache cache = CodeCache.at(Path.of(arguments[0], guest));
                Component.load(guest, wasm(guest), Loading.standard().withCache(cache));
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = LIST)
    void onlyKnownFunctionsAreNeverCompiled(String guest, int known) throws IOException {
        List<String> huge = new ArrayList<>();
        try (Stream<Path> modules = Files.list(caches.resolve(guest))) {
            for (Path module : modules.sorted().toList()) {
                addHugeMethods(module, huge);
            }
        }

        assertThat(huge).as("functions of %s that are never compiled", guest).hasSize(known);
    }

    private static List<String> guests() throws IOException {
        try (InputStream list = FunctionSizesTest.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        }
    }

    private static byte[] wasm(String guest) throws IOException {
        try (InputStream wasm = FunctionSizesTest.class.getResourceAsStream(COMPONENTS + guest + "/0.1.0.wasm")) {
            return wasm.readAllBytes();
        }
    }

    /** Reads an entry of the cache: a digest, then each class with its name. */
    private static void addHugeMethods(Path module, List<String> huge) throws IOException {
        try (var in = new DataInputStream(Files.newInputStream(module))) {
            in.skipNBytes(DIGEST_BYTES);
            for (int left = in.readInt(); left > 0; left--) {
                in.readUTF();
                var classFile = new ClassReader(in.readNBytes(in.readInt()));
                classFile.accept(new HugeMethods(classFile.getClassName(), huge), 0);
            }
        }
    }

    private static final class HugeMethods extends ClassVisitor {

        private final String className;
        private final List<String> huge;

        HugeMethods(String className, List<String> huge) {
            super(Opcodes.ASM9);
            this.className = className;
            this.huge = huge;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new CodeSizeEvaluator(Opcodes.ASM9, null) {
                @Override
                public void visitEnd() {
                    if (getMaxSize() > HUGE_METHOD_LIMIT) {
                        huge.add(className + "." + name + ", up to " + getMaxSize() + " bytes");
                    }
                }
            };
        }
    }
}
