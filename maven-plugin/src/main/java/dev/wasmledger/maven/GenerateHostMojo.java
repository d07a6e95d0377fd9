package dev.wasmledger.maven;

import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.Side;
import dev.wasmledger.maven.internal.Worlds;
import dev.wasmledger.wit.ResolvedWit;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Generates Java bindings for programs that run components: what a world exports can be called, what it imports can be
 * provided.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate-host",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateHostMojo extends GenerateMojo {

    /**
     * The worlds to generate bindings for, by full name.
     *
     * <p>For example {@code <world>wasmledger:ledger/engine@0.1.0</world>}.
     *
     * @since 0.1.0
     */
    @Parameter(required = true)
    private List<String> worlds;

    @Override
    BindgenRequest request(ResolvedWit wit) {
        return new BindgenRequest(wit, Worlds.find(wit, worlds), basePackage, Side.HOST, Optional.empty());
    }

    @Override
    String parameters() {
        return String.join("\n", worlds);
    }
}
