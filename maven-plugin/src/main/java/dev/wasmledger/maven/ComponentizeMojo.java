package dev.wasmledger.maven;

import dev.wasmledger.guest.teavm.CompileRequest;
import dev.wasmledger.guest.teavm.GuestCompileException;
import dev.wasmledger.maven.internal.GuestBuild;
import dev.wasmledger.maven.internal.Stamp;
import dev.wasmledger.maven.internal.WitSources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Compiles the project's classes to WebAssembly, makes a component of them, and attaches it to the project as an
 * artifact of type {@code wasm}.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "componentize",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class ComponentizeMojo extends WasmLedgerMojo {

    private static final int MEBIBYTE = 1 << 20;

    private final MavenProjectHelper projectHelper;

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
     * How large the guest's Java heap is, in MiB: 1 to 1024. A guest that needs more traps. Strings and lists on their
     * way in and out lie beside it.
     *
     * <p>For example {@code 64}.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "16")
    private int javaHeapMib;

    /**
     * The component.
     *
     * <p>For example {@code ${project.build.directory}/office-hours.wasm}.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.directory}/${project.build.finalName}.wasm")
    private File outputFile;

    @Inject
    ComponentizeMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    void run() throws IOException, GuestCompileException {
        WitSources sources = witSources();
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        List<Path> classpath = project.getArtifacts().stream()
                .map(Artifact::getFile)
                .map(File::toPath)
                .toList();
        Path output = outputFile.toPath();
        GuestBuild build =
                new GuestBuild(new CompileRequest(classes, classpath, javaHeapMib * MEBIBYTE), sources, world, output);
        Stamp stamp = new Stamp(
                workFolder().resolve("inputs.sha256"),
                build.addTo(fingerprint()).finish());
        boolean built = build.run(stamp);
        getLog().info(built ? "Made component " + output : "Component is up to date");
        projectHelper.attachArtifact(project, "wasm", outputFile);
    }
}
