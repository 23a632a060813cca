namespace Verify.Abi;

/// <summary>The sets of select(2), each null for a null pointer.</summary>
/// <param name="Read">Asked or ready to be read.</param>
/// <param name="Write">Asked or ready to be written.</param>
/// <param name="Except">Asked for, or with, urgent data.</param>
public sealed record DescriptorSets(DescriptorSet? Read, DescriptorSet? Write, DescriptorSet? Except);
