package guest;

import guest.test.wide_results.echo.Echo;
import guest.test.wide_results.echo.Everything;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class Guest implements Echo {
    @Override
    public Everything all(int seed) {
        return new Everything(
                (byte) seed, (short) seed, seed, seed, (byte) -seed, seed, seed, 'a' + seed, seed > 0, "s" + seed,
                new short[] {(short) seed}, Optional.of("o" + seed), new Result.Err<>("e" + seed),
                new Tuple2<>((byte) seed, (long) seed));
    }

    @Override
    public List<Tuple2<String, Integer>> texts(int count) {
        List<Tuple2<String, Integer>> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new Tuple2<>("text " + i, i));
        }
        return texts;
    }
}
