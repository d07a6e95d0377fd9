package guest;

import guest.test.tuples.echo.Echo;

public final class Guest implements Echo {
    @Override
    public Tuple1<String> one(Tuple1<String> v) {
        return v;
    }

    @Override
    public Tuple3<Byte, Tuple2<Double, String>, Boolean> three(Tuple3<Byte, Tuple2<Double, String>, Boolean> v) {
        return v;
    }

    @Override
    public Tuple2<String, Integer> swap(Tuple2<Integer, String> v) {
        return new Tuple2<>(v.second(), v.first());
    }

    @Override
    public byte nine(Tuple9<Byte, Byte, Byte, Byte, Byte, Byte, Byte, Byte, Byte> v) {
        return v.element8();
    }
}
