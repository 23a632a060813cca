using Verify.Abi;

namespace Verify.Properties;

/// <summary>Boots a system under test: the implementation, or a mutant of it.</summary>
public delegate ISystem SystemFactory(World world);
