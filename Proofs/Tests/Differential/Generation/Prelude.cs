namespace Verify.Proofs.Tests.Differential.Generation;

/// <summary>Types and methods that generated methods share.</summary>
internal static class Prelude
{
    public const string Text = """
        using System;

        public class OwnException : Exception { }

        public sealed class DerivedException : OwnException { }

        public static class Edge
        {
            public static readonly int Zero = 0, One = 1, MinusOne = -1, Seven = 7;
            public static readonly int Byte = 255, Sign = 128, Least = -128;
            public static readonly int Short = 32767, Word = 65535, Most = int.MaxValue, Lowest = int.MinValue;
        }

        public sealed class Node
        {
            public int Key;
            public byte Tag;
            public short Small;
            public byte Steps;
            public Node? Next;
        }

        public struct Pair(int first, short second)
        {
            public int First = first;
            public short Second = second;

            public readonly int Total => unchecked(First * 3 + Second);

            public readonly int Plus(int value) => unchecked(First + value);

            public void Add(int value)
            {
                First = unchecked(First + value);
                Second = unchecked((short)(Second - value));
            }
        }

        public struct Nest
        {
            public byte Before;
            public Pair Inner;
            public long Wide;
        }

        public interface IShape
        {
            int Side { get; }

            int Area();

            int Twice() => unchecked(2 * Area());

            int Name(int of) => of;
        }

        public abstract class Shape : IShape
        {
            public int Side { get; set; }

            public virtual int Corners => 0;

            public abstract int Area();

            public int Describe(int factor) => unchecked((Corners * factor) + Area());

            public virtual void Grow(int by) => Side = unchecked(Side + by);
        }

        public class Round : Shape
        {
            public override int Area() => unchecked(Side * 3);

            public int Name(int of) => of + 1;

            public virtual int Kind() => 1;
        }

        public class Oval : Round, IShape
        {
            public new virtual int Kind() => 2;

            public override int Area() => unchecked(base.Area() + 1);

            public new int Name(int of) => of + 2;

            public override void Grow(int by)
            {
                base.Grow(by);
                Side ^= 1;
            }
        }

        public sealed class Ring : Oval
        {
            public override int Kind() => 3;
        }

        public sealed class Square : Shape
        {
            public override int Corners => 4;

            public override int Area() => unchecked(Side << 2);

            public int Twice() => Side;
        }

        public static class Library
        {
            public static T Choose<T>(bool which, T first, T second) => which ? first : second;

            public static T[] Either<T>(bool which, T[] first, T[] second) => which ? first : second;

            public static int Part(int all, int by) => all > 100 ? checked((byte)by) : all;

            public static int Length(bool isThere)
            {
                string? text = isThere ? "text" : null;
                return text is null ? -1 : 4;
            }

            public static int KeyOf(Node? node) => node is null ? -1 : node.Key;

            public static long Content(Node? node) =>
                node is null ? -1 : unchecked(((long)node.Key << 32) ^ (node.Small << 8) ^ node.Tag ^ node.Steps);

            public static Node? Find(Node? list, int key)
            {
                for (int steps = 0; list is not null && steps < 3; list = list.Next)
                {
                    if (list.Key == key)
                    {
                        return list;
                    }

                    steps++;
                }

                return list;
            }

            public static int Sum(in Pair pair) => unchecked(pair.First + pair.Second);

            public static Pair Greater(Pair first, in Pair second)
            {
                if (first.First > second.First)
                {
                    first.Second++;
                    return first;
                }

                return second;
            }

            public static void Swap(ref Pair first, ref Pair second)
            {
                first.First ^= 5;
                Pair kept = first;
                first = second;
                second = kept;
            }

            public static void Fill(out Pair pair, int value)
            {
                pair = default;
                pair.Second = unchecked((short)value);
            }

            public static void Twice(ref short first, ref short second, in Pair both)
            {
                first = unchecked((short)(first + 1));
                second = unchecked((short)(first + second + both.Second));
            }
        }

        """;
}
