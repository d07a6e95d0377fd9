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
     * Whether functions whose result is a {@code result} return that as a {@code Result}. Otherwise they return what there
     * is when it went well, and throw a checked exception that has the error.
     *
     * <p>For example {@code true}.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "false")
    private boolean returnResults;

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
                .add(Boolean.toString(returnResults))
                .add(output.toString())
                .finish();
        Stamp stamp = new Stamp(workFolder().resolve("inputs.sha256"), fingerprint);
        boolean generated =
                BindingsGenerator.generate(sources, wit -> request(wit).returningResults(returnResults), output, stamp);
        getLog().info(generated ? "Generated bindings in " + output : "Bindings are up to date");
        project.addCompileSourceRoot(output.toString());
    }
}
