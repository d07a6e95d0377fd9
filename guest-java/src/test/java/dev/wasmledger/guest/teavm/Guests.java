package dev.wasmledger.guest.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Test guests: Java sources in a folder of the test resources. */
final class Guests {

    private Guests() {}

    /** Compiles the sources in that folder with TeaVM. */
    static byte[] compile(Path sources, Path classes, int javaHeap) throws IOException, GuestCompileException {
        List<String> arguments = new ArrayList<>(List.of("--release", "21", "-d", classes.toString()));
        try (Stream<Path> files = Files.list(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).as("javac's exit status").isZero();
        return TeaVmCompiler.compile(new CompileRequest(classes, List.of(), javaHeap));
    }

    /** Instantiates a module without imports. */
    static Instance instantiate(byte[] module) {
        return Instance.builder(Parser.parse(module))
                .withMachineFactory(MachineFactoryCompiler::compile)
                .build();
    }
}
