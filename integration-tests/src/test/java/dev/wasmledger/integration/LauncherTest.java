package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for a JDK that {@code ./wasmledger} and {@code ./mvnw} share. */
class LauncherTest {

    @TempDir
    private Path folder;

    @Test
    void takesTheJdkThatJavaHomeNames() throws IOException {
        Path jdk = jdk("some-jdk", "21.0.2");
        assertThat(find("JAVA_HOME=" + jdk, "PATH=/usr/bin:/bin").output()).isEqualTo(jdk + "\n");
    }

    @Test
    void takesTheJdkOfThePathWhereJavaHomeIsTooOld() throws IOException {
        Path old = jdk("old", "1.8.0_402");
        Path jdk = jdk("onpath", "22");
        assertThat(find("JAVA_HOME=" + old, "PATH=" + jdk + "/bin:/usr/bin:/bin")
                        .output())
                .isEqualTo(jdk + "\n");
    }

    @Test
    void takesTheNewestOfTheInstallFoldersWhereThePathHasAnOldOne() throws IOException {
        Path old = jdk("onpath", "17.0.15");
        jdk("home/.sdkman/candidates/java/21-tem", "21.0.2");
        Path newest = jdk("home/.sdkman/candidates/java/999-tem", "999.0.1");
        assertThat(find("HOME=" + folder.resolve("home"), "PATH=" + old + "/bin:/usr/bin:/bin")
                        .output())
                .isEqualTo(newest + "\n");
    }

    @Test
    void saysInOneLineWhatIsMissing() throws IOException {
        Path script = folder.resolve("find-jdk.sh");
        Files.writeString(
                script,
                Files.readString(ProjectFiles.root().resolve(".mvn/find-jdk.sh"))
                        .replace("WASMLEDGER_MIN_JDK=21", "WASMLEDGER_MIN_JDK=9999"));
        Command.Result result = Command.run(folder, List.of("sh", "-c", ". " + script + "; echo found"));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors().lines()).singleElement().asString().contains("JDK >= 9999", "JAVA_HOME", "install");
    }

    /** Runs the search with nothing in the environment but what is given. */
    private Command.Result find(String... environment) {
        Path script = ProjectFiles.root().resolve(".mvn/find-jdk.sh");
        List<String> command = new ArrayList<>(List.of("env", "-i"));
        command.addAll(List.of(environment));
        command.addAll(List.of("sh", "-c", "set -euf; . " + script + "; echo \"$JAVA_HOME\""));
        return Command.run(folder, command);
    }

    private Path jdk(String path, String version) throws IOException {
        Path home = folder.resolve(path);
        Files.createDirectories(home.resolve("bin"));
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(home.resolve("bin").resolve(tool), "#!/bin/sh\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home.toRealPath();
    }
}
