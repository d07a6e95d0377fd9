package dev.wasmledger.maven;

import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.maven.internal.BindingsGenerator;
import dev.wasmledger.maven.internal.Stamp;
import dev.wasmledger.maven.internal.WitSources;
import dev.wasmledger.wit.ResolvedWit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;

/** What the two goals that generate bindings have in common. */
abstract class GenerateMojo extends WasmLedgerMojo {

    /**
     * The Java package that all generated packages go below.
     *
     * <p>For example {@code dev.acme.ledger.bindings}.
     *
     * @since 0.1.0
     */
    @Parameter(required = true)
    protected String basePackage;

    /**
     * Where the generated sources go; the folder is added to the project's source folders, and belongs to this goal alone.
     *
     * <p>For example {@code ${project.build.directory}/generated-sources/ledger}.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/wasmledger")
    private File outputDirectory;

    /** What is to be generated from these packages. */
    abstract BindgenRequest request(ResolvedWit wit);

    /** The parameters that decide about the output, as one text. */
    abstract String parameters();

    @Override
    final void run() throws IOException {
        WitSources sources = witSources();
        Path output = outputDirectory.toPath();
        String fingerprint = sources.addTo(fingerprint())
                .add(basePackage)
                .add(parameters())
                .add(output.toString())
                .finish();
        Stamp stamp = new Stamp(workFolder().resolve("inputs.sha256"), fingerprint);
        boolean generated = BindingsGenerator.generate(sources, this::request, output, stamp);
        getLog().info(generated ? "Generated bindings in " + output : "Bindings are up to date");
        project.addCompileSourceRoot(output.toString());
    }
}
