package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {

    private static final GeneratedFile A = new GeneratedFile("x/A.java", "class A {}\n");
    private static final GeneratedFile B = new GeneratedFile("x/y/B.java", "class B {}\n");

    @TempDir
    Path folder;

    @Test
    void writesOnlyWhatChanged() throws IOException {
        new OutputDirectory(folder).write(List.of(A, B));
        FileTime longAgo = FileTime.fromMillis(1);
        Files.setLastModifiedTime(folder.resolve("x/A.java"), longAgo);
        var changed = new GeneratedFile("x/y/B.java", "final class B {}\n");

        var report = new OutputDirectory(folder).write(List.of(A, changed));

        assertThat(report.written()).containsExactly(folder.resolve("x/y/B.java"));
        assertThat(report.unchanged()).containsExactly(folder.resolve("x/A.java"));
        assertThat(Files.getLastModifiedTime(folder.resolve("x/A.java"))).isEqualTo(longAgo);
        assertThat(folder.resolve("x/y/B.java")).hasContent(changed.content());
    }

    @Test
    void deletesWhatItWroteAndIsGeneratedNoMore() throws IOException {
        new OutputDirectory(folder).write(List.of(A, B));
        Files.writeString(folder.resolve("x/Own.java"), "class Own {}\n");

        var report = new OutputDirectory(folder).write(List.of(A));

        assertThat(report.deleted()).containsExactly(folder.resolve("x/y/B.java"));
        assertThat(folder.resolve("x/y")).doesNotExist();
        assertThat(folder.resolve("x/Own.java")).exists();
    }

    @Test
    void refusesToOverwriteSomebodyElsesFileAndWritesNothing() throws IOException {
        Files.createDirectories(folder.resolve("x/y"));
        Files.writeString(folder.resolve("x/y/B.java"), "class Mine {}\n");

        assertThatThrownBy(() -> new OutputDirectory(folder).write(List.of(A, B)))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("BND0002")
                .hasMessageContaining("B.java");

        assertThat(folder.resolve("x/A.java")).doesNotExist();
        assertThat(folder.resolve("x/y/B.java")).hasContent("class Mine {}\n");
    }

    @Test
    void deletesNothingOutsideWhateverItsListSays() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "mine");
        Path output = Files.createDirectory(folder.resolve("output"));
        Files.writeString(output.resolve(".wasmledger-bindgen"), "../outside.txt\n");

        new OutputDirectory(output).write(List.of(A));

        assertThat(outside).exists();
    }
}
