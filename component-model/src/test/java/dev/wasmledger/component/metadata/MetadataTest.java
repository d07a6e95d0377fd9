package dev.wasmledger.component.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.component.binary.ByteWriter;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataTest {

    @Test
    void producersAreReadAsTheyAreWritten() {
        var producers = new Producers(List.of(
                new Producers.Field("language", List.of(new Producers.Tool("Java", ""))),
                new Producers.Field("sdk", List.of(new Producers.Tool("a", "1"), new Producers.Tool("b", "2")))));
        byte[] content = producers.section().data().toByteArray();
        assertThat(Producers.decode("producers", content)).isEqualTo(producers);
        for (int length = 0; length < content.length; length++) {
            byte[] cut = Arrays.copyOf(content, length);
            assertThatThrownBy(() -> Producers.decode("producers", cut)).isInstanceOf(DiagnosticException.class);
        }
    }

    @Test
    void aComponentsNamesAreRead() {
        var out = new ByteWriter();
        out.u8(0).sized(() -> out.name("shop"));
        out.u8(1)
                .sized(() -> out.u8(Sort.INSTANCE.code())
                        .u32(2)
                        .u32(0)
                        .name("stock")
                        .u32(3)
                        .name("till"));
        out.u8(1)
                .sized(() -> out.u8(0).u8(Sort.CORE_MODULE.code()).u32(1).u32(0).name("main"));
        out.u8(9).sized(() -> out.name("of a later time"));

        Names names = Names.ofComponent("names", out.toByteArray());

        assertThat(names.name()).contains("shop");
        assertThat(names.definitions())
                .isEqualTo(Map.of(Sort.INSTANCE, Map.of(0, "stock", 3, "till"), Sort.CORE_MODULE, Map.of(0, "main")));
        assertThat(names.of(Sort.INSTANCE, 3)).contains("till");
        assertThat(names.of(Sort.FUNC, 3)).isEmpty();
    }

    @Test
    void aModulesNameIsRead() {
        var out = new ByteWriter();
        out.u8(0).sized(() -> out.name("main"));
        out.u8(1).sized(() -> out.u32(0));
        assertThat(Names.ofModule("name", out.toByteArray()).name()).isEqualTo(Optional.of("main"));
        assertThat(Names.ofModule("name", new byte[0])).isEqualTo(Names.NONE);
    }

    /** A count of 2^32 elements in a section of a few bytes is refused before anything is set aside for them. */
    @Test
    void countsAreBounded() {
        byte[] huge = {1, 6, 5, -1, -1, -1, -1, 0x0f};
        assertThatThrownBy(() -> Names.ofComponent("names", huge)).isInstanceOf(DiagnosticException.class);
        byte[] producers = {-1, -1, -1, -1, 0x0f};
        assertThatThrownBy(() -> Producers.decode("producers", producers)).isInstanceOf(DiagnosticException.class);
    }
}
