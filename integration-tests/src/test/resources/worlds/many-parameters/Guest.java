package guest;

import guest.test.many_parameters.echo.Echo;
import java.util.List;
import java.util.Optional;

public final class Guest implements Echo {
    @Override
    public long sum(
            byte p0,
            long p1,
            byte p2,
            long p3,
            byte p4,
            long p5,
            byte p6,
            long p7,
            byte p8,
            long p9,
            byte p10,
            long p11,
            byte p12,
            long p13,
            byte p14,
            long p15,
            byte p16,
            long p17,
            byte p18,
            long p19) {
        return p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9
                + p10 + p11 + p12 + p13 + p14 + p15 + p16 + p17 + p18 + p19;
    }

    @Override
    public String mixed(
            String a, List<String> b, Optional<String> c, double d, byte[] e, Tuple2<Byte, Long> f, String g, String h) {
        return a + b + c.orElse("-") + (int) d + e.length + f.first() + f.second() + g + h;
    }

    @Override
    public int sixteen(
            int p0, int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9, int p10, int p11, int p12,
            int p13, int p14, int p15) {
        return p0 - p15;
    }
}
