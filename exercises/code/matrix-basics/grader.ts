import { type Draw, eachRefused, grader } from '../../../graders';

/**
 * So small that a customary epsilon swamps it; a power of two, so that digits stay, and its square
 * still has a place in single precision.
 */
const TINY = 2 ** -56;
const SMALL = 2 ** -28;

/** Four rows of two, and rows that have as many numbers in all; the first and the last have two. */
const EVEN = [[1, 2], [3, 4], [5, 6], [7, 8]]; // biome-ignore format: a matrix in one row
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]]; // biome-ignore format: a matrix in one row
const TWO_BY_THREE = [[1, -2, 3], [4, 5, -6]]; // biome-ignore format: a matrix in one row

const bench = (draw: Draw) => {
  // Eighths below 8: sums of products come out the same in single precision and in any order.
  const eighth = () => (draw.pick([-1, 1]) * draw.integer(5, 63)) / 8;
  const vector = (n: number) => draw.times(n, eighth);
  const matrix = (n: number, m: number) => draw.times(n, () => vector(m));
  /** A pair of vectors whose dot product is a fair share of its terms, to one side. */
  const pair = (n: number, sign: number) =>
    draw.until<[number[], number[]]>(
      () => [vector(n), vector(n)],
      ([a, b]) => {
        const terms = a.map((value, i) => value * b[i]);
        const sum = terms.reduce((total, term) => total + term, 0);
        const size = Math.max(...terms.map(Math.abs));
        return sign * sum > 0.5 * size && sign * sum < 2 * size;
      },
    );

  const [n, m, p] = draw.shuffle([3, 4, 5, 6, 7]);
  const left = matrix(n, m);
  const right = matrix(m, p);
  const s = draw.integer(3, 4);
  const [one, other] = draw.times(2, () => matrix(s, s));
  const [low, high] = [draw.integer(2, 3), draw.integer(5, 6)];
  const wide = matrix(low, high);
  const tall = matrix(high, low);

  const acute = pair(draw.integer(4, 6), 1);
  const obtuse = pair(draw.integer(3, 5), -1);
  const [u, v, w] = draw.times(3, () => draw.integer(2, 9));
  const level: [number[], number[]] = [
    [u, -v, 0, w],
    [v, u, w, 0],
  ];
  const shrink = (a: number[], by: number) => a.map(value => value * by);

  // Zeros first, in the middle and last, in either factor.
  const gaps: [number[], number[]] = [
    [0, eighth(), 0, eighth(), eighth()],
    [eighth(), eighth(), eighth(), 0, eighth()],
  ];
  const holes = left.map((row, i) => row.map((value, j) => ((i + j) % 3 === 0 ? 0 : value)));
  const big = { A: matrix(11, 12), B: matrix(12, 10) };
  const twins = [left[0], left[1], [...left[0]]];
  return {
    left,
    right,
    x: vector(m),
    one,
    other,
    wide,
    tall,
    forWide: vector(high),
    forTall: vector(low),
    acute,
    obtuse,
    level,
    tiny: {
      first: [shrink(acute[0], TINY), acute[1]],
      second: [obtuse[0], shrink(obtuse[1], TINY)],
      both: [shrink(acute[0], SMALL), shrink(acute[1], SMALL)],
    },
    gaps,
    holes,
    big,
    twins,
    single: [eighth(), eighth()],
    below: -draw.integer(5, 63) / 8,
  };
};

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, rejects }) => [
    agrees('multiplies two vectors entry by entry and adds up', ({ dot }, { acute, obtuse }) => [
      dot(...acute),
      dot(...obtuse),
    ]),
    agrees('adds up vectors of one number and of many', ({ dot }, { single: [a, b], big }) => [
      dot([a], [b]),
      dot(big.A[2], big.A[7]),
      dot(big.A[4], big.A[4]),
    ]),
    agrees('goes on past a zero in either vector', ({ dot }, { gaps: [a, b] }) => [
      dot(a, b),
      dot(b, a),
    ]),

    agrees('measures the length of a vector', ({ norm }, { acute, obtuse }) => [
      norm(acute[0]),
      norm(obtuse[1]),
    ]),
    agrees('gives no vector a negative length', ({ norm }, { below }) => [
      norm([below]),
      norm([below, 0]),
      norm([0, 0, 0]),
      norm([-12, 5]),
    ]),

    agrees('divides the dot product by both lengths', ({ cosine }, { acute }) => cosine(...acute)),
    agrees('is negative where vectors point apart', ({ cosine }, { obtuse, single: [a, b] }) => [
      cosine(...obtuse),
      cosine([a], [-4 * a]),
      cosine([a], [b]),
    ]),
    agrees('is 0 at a right angle', ({ cosine }, { level }) => cosine(...level)),
    agrees('does not depend on the lengths', ({ cosine }, { acute: [a] }) => [
      cosine(a, a),
      cosine(a, [...a]),
      cosine([3, 4], [30, 40]),
      cosine([-3, 4], [6, -8]),
    ]),
    agrees('is 0 where a vector is all zeros', ({ cosine }, { single }) => [
      cosine([0, 0], single),
      cosine(single, [0, 0]),
      cosine([0, 0, 0], [0, 0, 0]),
    ]),
    agrees('knows the direction of tiny vectors', ({ cosine }, { tiny }) => [
      cosine(tiny.first[0], tiny.first[1]),
      cosine(tiny.second[0], tiny.second[1]),
      cosine(tiny.both[0], tiny.both[1]),
    ]),

    agrees('turns the rows of a wide matrix into columns', ({ transpose }, { wide }) =>
      transpose(wide),
    ),
    agrees('turns the rows of a tall matrix into columns', ({ transpose }, { tall }) =>
      transpose(tall),
    ),
    agrees('turns a square matrix over its diagonal', ({ transpose }, { one }) => transpose(one)),
    agrees('turns a row into a column and back', ({ transpose }, { forWide, single: [a] }) => [
      transpose([forWide]),
      transpose(forWide.map(value => [value])),
      transpose([[a]]),
    ]),

    agrees('multiplies a tall matrix by a vector', ({ matVec }, { tall, forTall }) =>
      matVec(tall, forTall),
    ),
    agrees('multiplies a wide matrix by a vector', ({ matVec }, { wide, forWide }) =>
      matVec(wide, forWide),
    ),
    agrees('multiplies a square matrix by a vector', ({ matVec }, { one, other }) =>
      matVec(one, other[0]),
    ),
    agrees('multiplies a row, a column and a number by a vector', ({ matVec }, bench) => [
      matVec([bench.forWide], bench.wide[0]),
      matVec(
        bench.forWide.map(value => [value]),
        [bench.single[0]],
      ),
      matVec([[bench.single[0]]], [bench.single[1]]),
    ]),

    agrees('multiplies rows by columns', ({ matmul }, { left, right }) => matmul(left, right)),
    agrees('multiplies square matrices in their order', ({ matmul }, { one, other }) => [
      matmul(one, other),
      matmul(other, one),
      matmul(one, one),
    ]),
    agrees('multiplies a wide by a tall matrix and back', ({ matmul }, { wide, tall }) => [
      matmul(wide, tall),
      matmul(tall, wide),
    ]),
    agrees(
      'multiplies a row by a column and a column by a row',
      ({ matmul }, { forWide, wide }) => [
        matmul(
          [forWide],
          wide[1].map(value => [value]),
        ),
        matmul(
          wide[1].map(value => [value]),
          [forWide],
        ),
      ],
    ),
    agrees('takes a matrix of one number as it is', ({ matmul }, { single: [a, b], forWide }) => [
      matmul([[a]], [[b]]),
      matmul([[a]], [forWide]),
      matmul(
        forWide.map(value => [value]),
        [[b]],
      ),
    ]),
    agrees('multiplies matrices with zeros', ({ matmul }, { holes, right }) => [
      matmul(holes, right),
      matmul([[0, 0], [0, 0]], [[1, 2, 3], [0, 4, 0]]),
      matmul([[1, 0], [0, 1]], [[1, 2, 3], [0, 4, 0]]),
    ]), // biome-ignore format: a matrix in one row
    agrees('multiplies large matrices', ({ matmul, matVec, transpose }, { big }) => [
      matmul(big.A, big.B),
      [matVec(big.A, big.A[3])],
      transpose(big.A),
    ]),
    agrees(
      'gives every row of a result an array of its own',
      ({ matmul, transpose }, { twins, right }) => {
        const product = matmul(twins, right);
        product[0][1] = 1000;
        const turned = transpose(transpose(twins));
        turned[0][1] = 1000;
        return [product, turned];
      },
    ),

    rejects('refuses a dot product with a vector that is too short', ({ dot }) =>
      eachRefused(
        () => dot([1, 2, 3], [4, 5]),
        () => dot([1, 2, 3, 4], [4]),
      ),
    ),
    rejects('refuses a dot product with a vector that is too long', ({ dot }) =>
      eachRefused(
        () => dot([1, 2], [4, 5, 6]),
        () => dot([1], [4, 5, 6]),
      ),
    ),
    rejects('refuses a cosine of unlike lengths', ({ cosine }) =>
      eachRefused(
        () => cosine([1, 2, 3], [4, 5]),
        () => cosine([1, 2], [4, 5, 6]),
      ),
    ),
    rejects('refuses unlike lengths also where a vector is all zeros', ({ cosine }) =>
      eachRefused(
        () => cosine([0, 0], [4, 5, 6]),
        () => cosine([1, 2, 3], [0, 0]),
        () => cosine([0, 0, 0], [0, 0]),
      ),
    ),
    rejects('refuses to transpose where the last row has another length', ({ transpose }) =>
      eachRefused(
        () => transpose([[1, 2], [3, 4], [5]]),
        () => transpose([[1], [2, 3]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to transpose where a row in between has another length', ({ transpose }) =>
      eachRefused(
        () => transpose([[1, 2], [3], [4, 5]]),
        () => transpose([[1, 2], [3, 4, 5], [6, 7]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to transpose short rows beside long ones', ({ transpose }) =>
      transpose(RAGGED),
    ),
    rejects('refuses a vector that is too long or too short', ({ matVec }) =>
      eachRefused(
        () => matVec(TWO_BY_THREE, [1, 2]),
        () => matVec(TWO_BY_THREE, [1, 2, 3, 4]),
        () => matVec(EVEN, [1, 2, 3, 4]),
        () => matVec(EVEN, [1]),
      ),
    ),
    rejects('refuses a matrix with a row that does not fit the vector', ({ matVec }) =>
      eachRefused(
        () => matVec([[1, 2], [3], [4, 5]], [1, 1]),
        () => matVec([[1, 2], [3, 4], [5, 6, 7]], [1, 1]),
        () => matVec([[1, 2, 3], [4, 5]], [1, 1]),
        () => matVec(RAGGED, [1, 1]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses matrices whose inner sizes differ', ({ matmul }) =>
      eachRefused(
        () => matmul(TWO_BY_THREE, [[1, 2], [3, 4]]),
        () => matmul(EVEN, TWO_BY_THREE.concat([[7, 8, 9]])),
        () => matmul([[1], [2]], [[3, 4], [5, 6]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses two matrices of one shape that is not square', ({ matmul }) =>
      eachRefused(
        () => matmul(TWO_BY_THREE, TWO_BY_THREE),
        () => matmul(EVEN, EVEN),
      ),
    ),
    rejects('takes a matrix of one number for no number', ({ matmul }) =>
      eachRefused(
        () => matmul(TWO_BY_THREE, [[2]]),
        () => matmul([[2]], TWO_BY_THREE),
      ),
    ),
    rejects('refuses rows of different lengths in the first matrix', ({ matmul }) =>
      eachRefused(
        () => matmul([[1, 2], [3], [4, 5]], [[1, 2, 3], [4, 5, 6]]),
        () => matmul([[1, 2], [3, 4], [5, 6, 7]], [[1, 2, 3], [4, 5, 6]]),
        () => matmul(RAGGED, [[1, 2, 3], [4, 5, 6]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses rows of different lengths in the second matrix', ({ matmul }) =>
      eachRefused(
        () => matmul([[1, 2, 3]], [[1, 2], [3], [4, 5]]),
        () => matmul([[1, 2]], [[1, 2], [3, 4, 5]]),
        () => matmul([[1, 2]], [[1, 2, 3], [4, 5]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses short rows beside long ones in the second matrix', ({ matmul }) =>
      matmul([[1, 2, 3, 4]], RAGGED),
    ),
  ],

  mutants: [
    {
      mistake: 'leaves out the last product',
      insteadOf: 'i < a.length;',
      writes: 'i < a.length - 1;',
      say: 'Your dot products lack the product of the last two entries. Let the loop run to the end of the vectors.',
    },
    {
      mistake: 'keeps only the last product',
      insteadOf: 'total += a[i] * b[i];',
      writes: 'total = a[i] * b[i];',
      say: 'Your dot products are the product of the last two entries alone. Add each product to the sum so far.',
    },
    {
      mistake: 'stops at a zero',
      insteadOf: 'total += a[i] * b[i];',
      writes: '{\n    if (a[i] === 0) break;\n    total += a[i] * b[i];\n  }',
      say: 'Your dot product ends at the first zero of the first vector. A zero adds nothing, but what comes after it counts.',
    },
    {
      mistake: 'rounds to two decimals',
      insteadOf: 'return total;',
      writes: 'return Math.round(total * 100) / 100;',
      say: 'Your dot products are rounded to two decimals. Return them as they are; only printing may round.',
    },
    {
      mistake: 'leaves out the root',
      insteadOf: 'Math.sqrt(dot(a, a))',
      writes: 'dot(a, a)',
      say: 'Your norm is the sum of squares. Take its square root.',
    },
    {
      mistake: 'adds up absolute values',
      insteadOf: 'Math.sqrt(dot(a, a))',
      writes: 'a.reduce((sum, value) => sum + Math.abs(value), 0)',
      say: 'Your norm is the sum of the absolute values. Add up squares, and take the root.',
    },
    {
      mistake: 'takes the largest entry for the length',
      insteadOf: 'Math.sqrt(dot(a, a))',
      writes: 'Math.max(...a.map(Math.abs))',
      say: 'Your norm is the largest absolute value. Every entry counts: add up squares, and take the root.',
    },
    {
      mistake: 'takes the root of the mean square',
      insteadOf: 'Math.sqrt(dot(a, a))',
      writes: 'Math.sqrt(dot(a, a) / a.length)',
      say: 'Your norm is divided by the root of the number of entries. A length is the root of a sum of squares, not of a mean.',
    },
    {
      mistake: 'gives a single number its sign',
      insteadOf: 'Math.sqrt(dot(a, a))',
      writes: 'a.length === 1 ? a[0] : Math.sqrt(dot(a, a))',
      say: 'The length of a single negative number comes out negative. A length is never below 0, that of one number included.',
    },
    {
      mistake: 'does not divide by the lengths',
      insteadOf: ': product / lengths;',
      writes: ': product;',
      say: 'Your cosine is the dot product. Divide it by the length of either vector.',
    },
    {
      mistake: 'divides by the first length only',
      insteadOf: 'norm(a) * norm(b);',
      writes: 'norm(a);',
      say: 'Your cosine is divided by the length of the first vector only. Divide by the second length, too.',
    },
    {
      mistake: 'divides by the squared lengths',
      insteadOf: 'norm(a) * norm(b);',
      writes: 'norm(a) ** 2 * norm(b) ** 2;',
      say: 'Your cosine is divided by the squares of both lengths. Divide by the lengths themselves.',
    },
    {
      mistake: 'divides by the sum of the lengths',
      insteadOf: 'norm(a) * norm(b);',
      writes: 'norm(a) + norm(b);',
      say: 'Your cosine is divided by the sum of both lengths. Divide by their product.',
    },
    {
      mistake: 'divides zero by zero',
      insteadOf: 'lengths === 0 ? 0 : product / lengths',
      writes: 'product / lengths',
      say: 'Where a vector is all zeros, your cosine is 0 / 0 = NaN. Return 0 there.',
    },
    {
      mistake: 'gives zeros the cosine 1',
      insteadOf: 'lengths === 0 ? 0 :',
      writes: 'lengths === 0 ? 1 :',
      say: 'Where a vector is all zeros, your cosine is 1. Return 0 there.',
    },
    {
      mistake: 'asks for zeros in the first vector only',
      insteadOf: 'lengths === 0 ? 0 :',
      writes: 'norm(a) === 0 ? 0 :',
      say: 'Where the second vector is all zeros, your cosine is NaN. Return 0 where either length is 0.',
    },
    {
      mistake: 'adds a small number to the denominator',
      insteadOf: 'lengths === 0 ? 0 : product / lengths',
      writes: 'product / (lengths + 1e-12)',
      say: 'The cosine of tiny vectors comes out too small, as it does when a small number is added to the denominator. Divide by the lengths alone, and treat zeros apart.',
    },
    {
      mistake: 'takes tiny vectors for zeros',
      insteadOf: 'lengths === 0 ? 0 :',
      writes: 'norm(a) < 1e-10 || norm(b) < 1e-10 ? 0 :',
      say: 'The cosine of a tiny vector comes out as 0. Compare its length with 0 itself, not with a threshold.',
    },
    {
      mistake: 'gives the distance 1 − cosine',
      insteadOf: ': product / lengths;',
      writes: ': 1 - product / lengths;',
      say: 'Your cosine is 1 minus what it should be, which is the cosine distance. Return the cosine itself.',
    },
    {
      mistake: 'clips negative cosines',
      insteadOf: ': product / lengths;',
      writes: ': Math.max(0, product / lengths);',
      say: 'Where vectors point apart, your cosine is 0. Let it be negative, down to −1.',
    },
    {
      mistake: 'drops the sign of the cosine',
      insteadOf: ': product / lengths;',
      writes: ': Math.abs(product) / lengths;',
      say: 'Where vectors point apart, your cosine is positive. Keep the sign of the dot product.',
    },
    {
      mistake: 'gives the angle',
      insteadOf: ': product / lengths;',
      writes: ': Math.acos(Math.max(-1, Math.min(1, product / lengths)));',
      say: 'Your cosine is the angle, in radians. Return its cosine; no arc function is needed.',
    },
    {
      mistake: 'returns the matrix as it was',
      insteadOf: "checkRows('transpose', A);",
      writes: "checkRows('transpose', A);\n  if (A.length > 0) return A.map(row => [...row]);",
      say: 'Your transpose has the rows of the argument. Row j of the result is column j of the argument.',
    },
    {
      mistake: 'transposes as if the matrix were square',
      insteadOf: '(A[0] ?? []).map((_, j)',
      writes: 'A.map((_, j)',
      say: 'Your transpose has as many rows as the argument. Give it one row for each column.',
    },
    {
      mistake: 'loses the last column',
      insteadOf: '(A[0] ?? []).map((_, j)',
      writes: '(A[0] ?? []).slice(0, -1).map((_, j)',
      say: 'Your transpose lacks a row: the last column of the argument. Go through all columns.',
    },
    {
      mistake: 'turns the matrix by a quarter',
      insteadOf: 'A.map(row => row[j])',
      writes: 'A.map((_, i) => A[A.length - 1 - i][j])',
      say: 'Each row of your transpose is a column read from below. Read the columns from the top.',
    },
    {
      mistake: 'makes a single row a plain list',
      insteadOf: "checkRows('transpose', A);",
      writes:
        "checkRows('transpose', A);\n  if (A.length === 1) return [...A[0]] as unknown as number[][];",
      say: 'The transpose of a single row comes out as a list of numbers. Make it a matrix: one row for each number.',
    },
    {
      mistake: 'makes a product with a vector a matrix',
      insteadOf: 'A.map(row => dot(row, x))',
      writes: 'A.map(row => [dot(row, x)] as unknown as number)',
      say: 'Your matVec gives rows of one number each. Give a plain list of numbers.',
    },
    {
      mistake: 'multiplies whole rows by an entry',
      insteadOf: 'A.map(row => dot(row, x))',
      writes: 'A.map((row, i) => row.reduce((sum, value) => sum + value, 0) * x[i])',
      say: 'Entry i of your matVec is the sum of row i, times entry i of the vector. Multiply each number of the row by its own entry of the vector, then add up.',
    },
    {
      mistake: 'multiplies matrices entry by entry',
      insteadOf: "checkRows('matmul', B);",
      writes:
        "checkRows('matmul', B);\n  if (A.length === B.length && A[0].length === B[0].length) return A.map((row, i) => row.map((value, k) => value * B[i][k]));",
      say: 'Your product of square matrices is taken entry by entry. Take dot products of rows and columns.',
    },
    {
      mistake: 'multiplies rows by rows',
      insteadOf: 'columns.map(column => dot(row, column))',
      writes: 'B.map(other => row.reduce((sum, value, j) => sum + value * other[j], 0))',
      say: 'Your product takes rows of the second matrix where its columns are due. Entry (i, k) needs the numbers `B[j][k]` for all j.',
    },
    {
      mistake: 'multiplies columns by columns',
      insteadOf: 'A.map(row => columns.map(column => dot(row, column)))',
      writes:
        'A.map((_, i) => columns.map(column => column.reduce((sum, value, j) => sum + value * A[j]?.[i], 0)))',
      say: 'Your product takes columns of the first matrix where its rows are due. Entry (i, k) needs the numbers `A[i][j]` for all j.',
    },
    {
      mistake: 'multiplies in the other order',
      insteadOf: "checkRows('matmul', B);",
      writes: "[A, B] = [B, A];\n  checkRows('matmul', B);",
      say: 'Your product is B times A. The first argument gives the rows, the second the columns.',
    },
    {
      mistake: 'leaves out the last term of a product',
      insteadOf: 'dot(row, column)',
      writes: 'dot(row, column) - row[row.length - 1] * column[column.length - 1]',
      say: 'The entries of your product lack their last term. Let the inner loop run over all columns of A.',
    },
    {
      mistake: 'keeps only the last term of a product',
      insteadOf: 'dot(row, column)',
      writes: 'dot(row, column) * 0 + row[row.length - 1] * column[column.length - 1]',
      say: 'The entries of your product are their last term alone. Add each term to the sum so far.',
    },
    {
      mistake: 'adds all rows up in one array',
      insteadOf: 'A.map(row => columns.map(column => dot(row, column)))',
      writes:
        'A.map(() => columns.map(column => A.reduce((sum, row) => sum + dot(row, column), 0))).map((_, __, all) => all[0])',
      say: 'All rows of your product are equal: the sum of the right ones. That is what one array in the place of all rows gives; make a fresh array for each row.',
    },
    {
      mistake: 'repeats the last row',
      insteadOf: 'A.map(row => columns.map(column => dot(row, column)))',
      writes:
        'A.map(row => columns.map(column => dot(row, column))).map((_, __, all) => all[all.length - 1])',
      say: 'All rows of your product equal the last of the right ones. That is what one array in the place of all rows gives; make a fresh array for each row.',
    },
    {
      mistake: 'gives the product transposed',
      insteadOf: 'A.map(row => columns.map(column => dot(row, column)))',
      writes: 'columns.map(column => A.map(row => dot(row, column)))',
      say: 'Your product came out with rows and columns exchanged. Row i of the result belongs to row i of A.',
    },
    {
      mistake: 'makes every product as wide as it is high',
      insteadOf: 'columns.map(column => dot(row, column))',
      writes: 'A.map((_, k) => row.reduce((sum, value, j) => sum + value * B[j]?.[k], 0))',
      say: 'Your product has as many columns as rows. Give it as many columns as B has.',
    },
    {
      mistake: 'shares the arrays of equal rows',
      insteadOf: 'A.map(row => columns.map(column => dot(row, column)))',
      writes:
        'A.map(row => columns.map(column => dot(row, column))).map((row, _, all) => all.find(one => String(one) === String(row)) ?? row)',
      say: 'Where two rows of your product are equal, they are one array. Make a fresh array for each row.',
    },
    {
      mistake: 'lets vectors of any length through',
      insteadOf: 'if (a.length !== b.length) {',
      writes: 'if (false) {',
      say: 'Vectors of unlike lengths are let through. Compare the lengths first, and throw a TypeError.',
    },
    {
      mistake: 'lets a longer second vector through',
      insteadOf: 'if (a.length !== b.length) {',
      writes: 'if (a.length > b.length) {',
      say: 'A second vector that is too long is let through. Both lengths must be equal; throw a TypeError where they are not.',
    },
    {
      mistake: 'lets a longer first vector through',
      insteadOf: 'if (a.length !== b.length) {',
      writes: 'if (a.length < b.length) {',
      say: 'A first vector that is too long is let through. Both lengths must be equal; throw a TypeError where they are not.',
    },
    {
      mistake: 'looks for zeros before it compares lengths',
      insteadOf: 'const product = dot(a, b);',
      writes: 'if (norm(a) === 0 || norm(b) === 0) return 0;\n  const product = dot(a, b);',
      say: 'A cosine with a vector of zeros is let through whatever the lengths are. Compare the lengths first.',
    },
    {
      mistake: 'transposes rows of any length',
      insteadOf: "checkRows('transpose', A);",
      writes: '',
      say: 'Rows of different lengths are transposed. Compare the length of every row with the first, and throw a TypeError.',
    },
    {
      mistake: 'compares only the last row with the first',
      insteadOf: "checkRows('transpose', A);",
      writes: "checkRows('transpose', A.length === 0 ? A : [A[0], A[A.length - 1]]);",
      say: 'A row of another length is let through between the first and the last. Compare the length of every row.',
    },
    {
      mistake: 'counts all numbers of a matrix together',
      insteadOf: 'A.find(row => row.length !== A[0].length)',
      writes: 'A.flat().length === A.length * (A[0] ?? []).length ? undefined : A[A.length - 1]',
      say: 'Short rows are let through where long ones make up for them. Compare the length of every row by itself.',
    },
    {
      mistake: 'multiplies by vectors of any length',
      insteadOf: 'A.map(row => dot(row, x))',
      writes: 'A.map(row => row.reduce((sum, value, j) => sum + value * x[j], 0))',
      say: 'matVec lets rows through that do not fit the vector. Compare their lengths, and throw a TypeError.',
    },
    {
      mistake: 'compares only the first row with the vector',
      insteadOf: 'A.map(row => dot(row, x))',
      writes:
        'A.map((row, i) => i === 0 ? dot(row, x) : row.reduce((sum, value, j) => sum + value * x[j], 0))',
      say: 'matVec compares only the first row with the vector. Compare every row, and throw a TypeError.',
    },
    {
      mistake: 'multiplies matrices of any sizes',
      insteadOf: 'columns.map(column => dot(row, column))',
      writes: 'columns.map(column => row.reduce((sum, value, j) => sum + value * column[j], 0))',
      say: 'matmul lets matrices through that do not fit. Each row of A must have as many numbers as B has rows; throw a TypeError otherwise.',
    },
    {
      mistake: 'compares only the first row with the second matrix',
      insteadOf: 'A.map(row => columns.map(column => dot(row, column)))',
      writes:
        'A.map((row, i) => columns.map(column => i === 0 ? dot(row, column) : row.reduce((sum, value, j) => sum + value * column[j], 0)))',
      say: 'matmul compares only the first row of A with B. Compare every row, and throw a TypeError.',
    },
    {
      mistake: 'takes rows of any length for a second matrix',
      insteadOf: "checkRows('matmul', B);",
      writes: '',
      say: 'matmul lets a B through whose rows have different lengths. Compare the length of every row with the first, and throw a TypeError.',
    },
    {
      mistake: 'takes a matrix of one number for a number',
      insteadOf: "checkRows('matmul', B);",
      writes:
        "checkRows('matmul', B);\n  const [[factor]] = B;\n  if (B.length === 1 && B[0].length === 1) return A.map(row => row.map(value => value * factor));",
      say: 'matmul multiplies every entry by a second matrix of one number. Refuse it where A has several columns, as any other that does not fit.',
    },
  ],

  pictures: [
    {
      kind: 'heatmap',
      title: 'Your product of two matrices',
      rows: 'row of A',
      columns: 'column of B',
      experiment: ({ matmul }, { left, right }) => matmul(left, right),
    },
  ],
});
