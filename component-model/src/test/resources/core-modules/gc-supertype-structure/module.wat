(module
  (type $base (sub (struct (field i32))))
  (type $sub (sub $base (struct (field i64)))))
