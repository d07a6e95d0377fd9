(module
  (memory $a 1) (memory $b 1)
  (func (export "f") (result i32)
    (memory.fill $b (i32.const 0) (i32.const 1) (i32.const 2))
    (i32.store $b (i32.const 0) (i32.load $a (i32.const 4)))
    (memory.size $b)))
