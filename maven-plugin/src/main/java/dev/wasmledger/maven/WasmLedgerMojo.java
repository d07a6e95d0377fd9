package dev.wasmledger.maven;

import dev.wasmledger.guest.teavm.GuestCompileException;
import dev.wasmledger.guest.teavm.GuestProblem;
import dev.wasmledger.maven.internal.Fingerprint;
import dev.wasmledger.maven.internal.WitSources;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals have in common: where WIT comes from, and how mistakes are told. */
abstract class WasmLedgerMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /**
     * A folder with the project's own WIT package, with {@code deps} below it if it has any. It need not exist: packages
     * in dependencies' {@code META-INF/wit} are found by themselves.
     *
     * <p>For example {@code ${project.basedir}/wit}.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.basedir}/src/main/wit")
    private File witDirectory;

    /**
     * Features of the WIT that are on: what is {@code @unstable} with one of them is there.
     *
     * <p>For example {@code <feature>reviews</feature>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<String> features = List.of();

    /** Does the goal's work; whatever it throws is told in Maven's way. */
    abstract void run() throws IOException, GuestCompileException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            run();
        } catch (DiagnosticException e) {
            for (Diagnostic diagnostic : e.diagnostics()) {
                String text = DiagnosticRenderer.render(diagnostic);
                switch (diagnostic.severity()) {
                    case ERROR -> getLog().error(text);
                    case WARNING -> getLog().warn(text);
                }
            }
            throw new MojoFailureException(DiagnosticRenderer.render(e.diagnostics()), e);
        } catch (GuestCompileException e) {
            e.problems().forEach(problem -> getLog().error(describe(problem)));
            throw new MojoFailureException(describe(e.problems().getFirst()), e);
        } catch (IOException e) {
            throw new MojoExecutionException("%s: %s".formatted(goal(), e), e);
        }
    }

    /** Where WIT comes from. */
    final WitSources witSources() {
        List<Path> dependencies = project.getArtifacts().stream()
                .map(Artifact::getFile)
                .map(File::toPath)
                .toList();
        return new WitSources(witDirectory.toPath(), dependencies, features);
    }

    /** The goal's own folder in the build folder. */
    final Path workFolder() {
        return Path.of(project.getBuild().getDirectory(), "wasmledger", goal());
    }

    /** A fingerprint of the plugin itself, to which the inputs are to be added: another plugin makes another output. */
    final Fingerprint fingerprint() throws IOException {
        Fingerprint fingerprint = new Fingerprint().add(goal());
        for (Artifact artifact : plugin.getArtifacts()) {
            fingerprint.addContent(artifact.getFile().toPath());
        }
        return fingerprint;
    }

    private String goal() {
        return execution.getGoal() + "-" + execution.getExecutionId();
    }

    /** The source file is told below its source folder, where IDEs and people find it. */
    private String describe(GuestProblem problem) {
        return problem.place().map(this::describe).orElse("") + problem.message();
    }

    private String describe(GuestProblem.Place place) {
        return project.getCompileSourceRoots().stream()
                        .map(root -> Path.of(root, place.file()))
                        .filter(file -> file.toFile().isFile())
                        .map(Path::toString)
                        .findFirst()
                        .orElse(place.file())
                + ":" + place.line() + ": ";
    }
}
