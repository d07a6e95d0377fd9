package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project that the command writes is built by Maven as its user would: outside the reactor, against a local repository. */
class GuestProjectTest {

    private static final String WIT = """
            package acme:greetings@0.1.0;

            interface names {
              record size { letters: u32, words: u16 }
              sizes: func(names: list<string>) -> list<size>;
              @unstable(feature = titles)
              titled: func(name: string) -> result<string, string>;
            }

            world greeter {
              export greet: func(name: string) -> string;
              export names;
            }
            """;

    /** Modules that the plugin and guests need, with the folders that they are built in. */
    private static final Map<String, String> MODULES = Map.of(
            "wit-parser", "wit-parser",
            "component-model", "component-model",
            "bindgen", "bindgen",
            "composer", "composer",
            "guest-java", "guest-java",
            "wasmledger-maven-plugin", "maven-plugin");

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void writeProject() throws IOException {
        project = folder.resolve("greeter");
        Files.writeString(folder.resolve("greetings.wit"), WIT);
        assertThat(bindgen().exitCode()).isZero();
    }

    @Test
    void mavenBuildsItToAComponent() throws IOException {
        Path own = project.resolve("src/main/java/com/acme/Implemented.java");
        String stub = Files.readString(own);
        Files.writeString(
                own,
                stub.replaceFirst("throw new UnsupportedOperationException\\(\"greet.*", "return \"Hello, \" + name;"));

        Command.Result built = maven(installModules());

        assertThat(built.exitCode())
                .as("%s%n%s", built.output(), built.errors())
                .isZero();
        Path component = project.resolve("target/greeter-0.1.0-SNAPSHOT.wasm");
        assertThat(Command.wasmledger(folder, List.of("invoke", component.toString(), "greet(\"Ann\")"))
                        .output())
                .isEqualTo("\"Hello, Ann\"\n");
    }

    @Test
    void whatIsTheUsersStaysAndTheRestFollowsTheWit() throws IOException {
        Files.writeString(project.resolve("pom.xml"), "mine");
        Files.writeString(folder.resolve("greetings.wit"), WIT.replace("export names;", ""));

        Command.Result again = bindgen();

        assertThat(again.output()).matches("greeter: \\d+ written, \\d+ unchanged, [1-9]\\d* deleted\n");
        assertThat(project.resolve("pom.xml")).hasContent("mine");
        assertThat(project.resolve("src/main/java/com/acme/Implemented.java"))
                .content()
                .contains("sizes");
        assertThat(project.resolve("src/main/wit/greeter.wit")).content().doesNotContain("sizes");
        assertThat(project.resolve("src/main/java/com/acme/acme/greetings/names"))
                .doesNotExist();
    }

    private Command.Result bindgen() {
        return Command.wasmledger(
                folder,
                List.of(
                        "bindgen",
                        "guest",
                        "--features",
                        "titles",
                        "--package",
                        "com.acme",
                        "-o",
                        "greeter",
                        "greetings.wit"));
    }

    private Command.Result maven(Path repository) {
        String present = System.getProperty("maven.repository");
        String behind = System.getProperty("maven.repository.tail", "");
        // Where no repository lies behind the present one, Maven leaves the property's name as it is.
        String tail = behind.isEmpty() || behind.startsWith("${") ? present : present + "," + behind;
        List<String> command = new ArrayList<>(List.of(
                ProjectFiles.root().resolve("mvnw").toString(),
                "-q",
                "-B",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + tail,
                "-f",
                project.resolve("pom.xml").toString(),
                "package"));
        return Command.run(project, command);
    }

    /** A repository with what was built here, as {@code mvn install} would lay it out. */
    private Path installModules() throws IOException {
        Path repository = folder.resolve("repository");
        String version = System.getProperty("project.version");
        install(repository, "wasmledger", version, ProjectFiles.root(), false);
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            install(repository, module.getKey(), version, ProjectFiles.root().resolve(module.getValue()), true);
        }
        return repository;
    }

    private static void install(Path repository, String artifact, String version, Path module, boolean jar)
            throws IOException {
        Path target = Files.createDirectories(
                repository.resolve("dev/wasmledger").resolve(artifact).resolve(version));
        String name = artifact + "-" + version;
        Files.copy(module.resolve("pom.xml"), target.resolve(name + ".pom"));
        if (jar) {
            Files.copy(module.resolve("target").resolve(name + ".jar"), target.resolve(name + ".jar"));
        }
    }
}
