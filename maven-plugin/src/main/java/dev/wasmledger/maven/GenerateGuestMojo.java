package dev.wasmledger.maven;

import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.maven.internal.Worlds;
import dev.wasmledger.wit.ResolvedWit;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Generates Java bindings for a component that is written in Java: what its world imports can be called, what the world
 * exports is an interface to implement.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate-guest",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateGuestMojo extends GenerateMojo {

    /**
     * The component's world, by full name.
     *
     * <p>For example {@code wasmledger:ledger/policy-component@0.1.0}.
     *
     * @since 0.1.0
     */
    @Parameter(required = true)
    private String world;

    /**
     * The full name of the class that implements what the world exports: it has a constructor without parameters and
     * implements the Java interface of each exported WIT interface.
     *
     * <p>For example {@code dev.acme.policy.OfficeHours}.
     *
     * @since 0.1.0
     */
    @Parameter(required = true)
    private String implementation;

    @Override
    BindgenRequest request(ResolvedWit wit) {
        return BindgenRequest.guest(wit, Worlds.find(wit, world), basePackage, implementation);
    }

    @Override
    String parameters() {
        return world + "\n" + implementation;
    }
}
